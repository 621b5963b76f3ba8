"""Draws one site into each registry template named, through the form's defaults. Needs python3-qgis."""
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import QgsApplication, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsAttributeForm, QgsGui

app = QgsApplication([], True)
app.initQgis()
QgsGui.editorWidgetRegistry().initEditors()
for name in sys.argv[1:]:
    layer = QgsVectorLayer(name, "sites", "ogr")
    assert layer.isValid() and [c.value() for c in layer.renderer().categories()] == ["core", "buffer", "setting"]
    widgets = {f.name(): layer.editorWidgetSetup(i).type() for i, f in enumerate(layer.fields())}
    assert widgets["zone"] == "ValueMap" and widgets["priority"] == "Range", widgets
    assert widgets["source_date"] == "DateTime" and widgets["notes"] == "TextEdit", widgets
    QgsAttributeForm(layer)
    layer.startEditing()
    site = QgsVectorLayerUtils.createFeature(layer)
    site.setGeometry(QgsGeometry.fromWkt("MultiPolygon (((104 47,104.01 47,104.01 47.01,104 47.01,104 47)))"))
    site["id"], site["name"] = "drawn-1", "Drawn in QGIS"
    site["sensitivity"], site["source_date"] = "restricted", "2024-05-17"
    assert layer.addFeature(site) and layer.commitChanges(), layer.commitErrors()
app.exitQgis()
