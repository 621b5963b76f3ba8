"""Simulator of labelled Sentinel-2 scenes over archaeological sites. See docs/simulator.md.

Lengths in metres, reflectances 0 to 1, days counted from 1 January of the first year, pixels of 10 m unless named otherwise.
"""
