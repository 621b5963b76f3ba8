"""The performance benchmark: workload, rival, limit, and how they are timed. docs/benchmark.md tells what each is."""
