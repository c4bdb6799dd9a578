//! The JSON Schema that callers read is the one that the model has.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)]

mod stored;

#[test]
fn the_schema_in_docs_is_the_models_own() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(heshu_core::Analysis)).unwrap();
    stored::compare(&stored::repository().join("docs/analysis.schema.json"), &format!("{schema}\n"));
}
