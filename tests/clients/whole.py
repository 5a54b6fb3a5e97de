"""Says whether a generated client has every operation of the description.

    whole.py openapi.json CLIENT

CLIENT is a folder with a client in Python, or a file of TypeScript.
"""

import json
import pathlib
import re
import sys

description, client = map(pathlib.Path, sys.argv[1:])
paths = json.loads(description.read_text(encoding="utf-8"))["paths"]
described = {one["operationId"] for item in paths.values() for one in item.values()}
if client.is_dir():
    made = {file.stem for file in client.glob("*/api/*/*.py")}
else:
    text = client.read_text(encoding="utf-8").split("export interface operations {", 1)[1]
    made = set(re.findall(r"^    (\w+): \{", text, re.MULTILINE))
lost = sorted(described - made)
print(f"{client.name}: {len(described & made)} of {len(described)} operations")
if lost:
    sys.exit(f"lost: {', '.join(lost)}")
