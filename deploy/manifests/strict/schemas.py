"""Reads every object of the files strictly: an unknown field, a wrong type or a missing field is told, and fails.

schemas.py FILE... -- FOLDER-OF-CRDS...
"""

import glob
import sys

import jsonschema
import kubernetes_validate
import yaml

KUBERNETES = "1.37"
ELSEWHERE = ("kafka.strimzi.io", "monitoring.coreos.com")  # have typed models instead


def strict(schema):
    """No field but those that are named, as an API server would drop or refuse the others."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("x-kubernetes-int-or-string"):
        return {"type": ["integer", "string"]}
    closed = {name: strict(part) for name, part in schema.items()}
    open_ended = schema.get("x-kubernetes-preserve-unknown-fields") or "additionalProperties" in schema
    if schema.get("type") == "object" and "properties" in schema and not open_ended:
        closed["additionalProperties"] = False
    return closed


def definitions(folders):
    found = {}
    for file in (name for folder in folders for name in glob.glob(folder + "/*.yaml")):
        for document in yaml.safe_load_all(open(file)):
            if document and document.get("kind") == "CustomResourceDefinition":
                spec = document["spec"]
                for version in spec["versions"]:
                    schema = strict(version["schema"]["openAPIV3Schema"])
                    schema["properties"]["metadata"] = {"type": "object"}
                    found[(spec["group"] + "/" + version["name"], spec["names"]["kind"])] = schema
    return found


def faults(document, known):
    key = (document["apiVersion"], document["kind"])
    if key in known:
        for error in jsonschema.Draft7Validator(known[key]).iter_errors(document):
            yield "/".join(map(str, error.absolute_path)) + ": " + error.message
        return
    try:
        kubernetes_validate.validate(document, KUBERNETES, strict=True)
    except Exception as error:  # its own kinds of error have no common parent
        yield str(error).splitlines()[0]


def main(arguments):
    split = arguments.index("--")
    known = definitions(arguments[split + 1 :])
    read = told = 0
    for file in arguments[:split]:
        for document in yaml.safe_load_all(open(file)):
            if document and document["apiVersion"].split("/")[0] not in ELSEWHERE:
                read += 1
                for fault in faults(document, known):
                    told += 1
                    print(document["kind"], document["metadata"]["name"] + ":", fault)
    print(read, "objects read strictly,", told, "faults")
    return 1 if told else 0


sys.exit(main(sys.argv[1:]))
