//! Words become one list, variants get names, and nothing stands where a generator stumbles.

use super::*;

fn plain(schemas: Value) -> Map<String, Value> {
    let mut schemas = schemas.as_object().cloned().expect("schemas");
    make_plain(&mut schemas).expect("no clash");
    schemas
}

#[test]
fn words_are_one_list_with_what_each_means() {
    let schemas = plain(json!({ "Stage": { "description": "Where it stands.", "oneOf": [
        { "type": "string", "enum": ["new", "old"] },
        { "type": "string", "enum": ["closed"], "description": "Over\nand done" },
    ] } }));
    assert_eq!(
        schemas["Stage"],
        json!({
            "type": "string", "enum": ["new", "old", "closed"],
            "description": "Where it stands.\n\n- `closed`: Over and done",
        })
    );
}

#[test]
fn the_variants_of_a_union_have_names_and_the_field_that_tells_them_apart() {
    let variant = |word: &str| {
        json!({ "type": "object", "required": ["kind"],
            "properties": { "kind": { "type": "string", "enum": [word] } } })
    };
    let union = json!({ "oneOf": [variant("birth_parents"), variant("institution")] });
    let schemas = plain(json!({ "Placer": union, "HolderAnswer": union }));
    let names: Vec<&String> = schemas.keys().collect();
    assert_eq!(
        names,
        [
            "HolderAnswer",
            "HolderBirthParentsAnswer",
            "HolderInstitutionAnswer",
            "Placer",
            "PlacerBirthParents",
            "PlacerInstitution"
        ]
    );
    assert_eq!(schemas["PlacerInstitution"], variant("institution"));
    let [parents, institution] =
        ["BirthParents", "Institution"].map(|end| format!("{SCHEMAS}Placer{end}"));
    assert_eq!(
        schemas["Placer"],
        json!({
            "oneOf": [{ "$ref": parents }, { "$ref": institution }],
            "discriminator": {
                "propertyName": "kind",
                "mapping": { "birth_parents": parents, "institution": institution },
            },
        })
    );
}

#[test]
fn a_variant_that_is_a_schema_with_a_tag_has_its_fields() {
    let schemas = plain(json!({
        "Case": { "type": "object", "description": "A case.", "required": ["number"],
            "properties": { "number": { "type": "string" } } },
        "View": { "oneOf": [{ "type": "object", "allOf": [{ "$ref": format!("{SCHEMAS}Case") }],
            "required": ["view"], "properties": { "view": { "type": "string", "enum": ["whole"] } } }] },
    }));
    assert_eq!(
        schemas["ViewWhole"],
        json!({
            "type": "object", "description": "A case.", "required": ["view", "number"],
            "properties": {
                "view": { "type": "string", "enum": ["whole"] },
                "number": { "type": "string" },
            },
        })
    );
}

#[test]
fn a_variant_called_as_another_schema_is_a_clash() {
    let variant = json!({ "required": ["kind"], "properties": { "kind": { "enum": ["one"] } } });
    let schemas = json!({ "Placer": { "oneOf": [variant] }, "PlacerOne": {} });
    let mut schemas = schemas.as_object().cloned().expect("schemas");
    assert_eq!(make_plain(&mut schemas).map_err(|clash| clash.0), Err("PlacerOne".to_owned()));
}

#[test]
fn a_described_reference_to_a_union_says_nothing_of_derivation() {
    let variant = json!({ "required": ["kind"], "properties": { "kind": { "enum": ["one"] } } });
    let reference = |name: &str| json!([{ "$ref": format!("{SCHEMAS}{name}") }]);
    let schemas = plain(json!({
        "Placer": { "oneOf": [variant] },
        "Case": { "properties": {
            "placer": { "description": "Who places.", "allOf": reference("Placer") },
            "child": { "description": "The child.", "allOf": reference("Child") },
        } },
    }));
    let fields = &schemas["Case"]["properties"];
    assert_eq!(
        fields["placer"],
        json!({ "description": "Who places.", "anyOf": reference("Placer") })
    );
    assert_eq!(
        fields["child"],
        json!({ "description": "The child.", "allOf": reference("Child") })
    );
}

#[test]
fn no_default_stands_beside_a_reference() {
    let schemas = plain(json!({ "Wish": { "properties": {
        "whole": { "allOf": [{ "$ref": "#/components/schemas/Whole" }], "default": {} },
        "count": { "type": "integer", "default": 0 },
    } } }));
    assert_eq!(
        schemas["Wish"]["properties"],
        json!({
            "whole": { "allOf": [{ "$ref": "#/components/schemas/Whole" }] },
            "count": { "type": "integer", "default": 0 },
        })
    );
}
