//! JSON Schema (2020-12), as much of it as our schemas of exports use; a keyword beyond that is an error of the schema.

use serde_json::Value;
use siyaq::notes::from_iso;

/// What is wrong with `value` by `schema`, each with its place; nothing where it is valid. `root` holds the `$defs`.
pub fn faults(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let rules = schema.as_object().unwrap_or_else(|| panic!("{place}: no schema: {schema}"));
    let mut out = Vec::new();
    for (keyword, rule) in rules {
        out.extend(fault(root, schema, (keyword, rule), value, place));
    }
    out
}

fn fault(root: &Value, schema: &Value, (keyword, rule): (&str, &Value), value: &Value, place: &str) -> Vec<String> {
    let holds = match keyword {
        "$schema" | "$comment" | "$defs" | "title" => true,
        "$ref" => {
            let path = rule.as_str().unwrap_or_default().trim_start_matches('#');
            return faults(root, root.pointer(path).unwrap_or(&Value::Null), value, place);
        }
        "anyOf" => list(rule).iter().any(|one| faults(root, one, value, place).is_empty()),
        "type" => is_of_type(value, rule),
        "const" => value == rule,
        "enum" => list(rule).contains(value),
        "minimum" => value.as_f64() >= rule.as_f64(),
        "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= rule.as_u64().unwrap_or(0)),
        "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap_or(0)),
        "format" => value.as_str().is_none_or(|text| has_format(text, rule)),
        "required" => list(rule).iter().all(|key| value.get(key.as_str().unwrap_or_default()).is_some()),
        "additionalProperties" => {
            assert_eq!(rule, false, "{place}: only closed objects are known");
            let known = |key: &String| schema["properties"].get(key).is_some();
            value.as_object().is_none_or(|object| object.keys().all(known))
        }
        "properties" => {
            let members = rule.as_object().into_iter().flatten().filter_map(|(key, rule)| {
                value.get(key).map(|member| faults(root, rule, member, &format!("{place}/{key}")))
            });
            return members.flatten().collect();
        }
        "items" => {
            let items = list(value).iter().enumerate();
            return items.flat_map(|(n, item)| faults(root, rule, item, &format!("{place}/{n}"))).collect();
        }
        other => panic!("{place}: the keyword {other} is not known"),
    };
    if holds { Vec::new() } else { vec![format!("{place}: {keyword} {rule}, but it is {value}")] }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn is_of_type(value: &Value, name: &Value) -> bool {
    match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        _ => false,
    }
}

fn has_format(text: &str, name: &Value) -> bool {
    match name.as_str() {
        Some("uri") => text.split_once(':').is_some_and(|(scheme, rest)| !scheme.is_empty() && !rest.is_empty()),
        Some("date-time") => text.contains('T') && text.ends_with('Z') && from_iso(text).is_some(),
        _ => false,
    }
}
