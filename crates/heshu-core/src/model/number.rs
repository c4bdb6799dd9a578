use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// An exact decimal that is a plain number in JSON.
///
/// Up to 15 significant digits the JSON number is the decimal itself; longer ones, which no report
/// writes, are rounded there, while `written` keeps every character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub Decimal);

impl Number {
    /// The decimal.
    pub const fn get(self) -> Decimal {
        self.0
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Self(decimal)
    }
}

impl From<i64> for Number {
    fn from(n: i64) -> Self {
        Self(Decimal::from(n))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            // From worker to worker: exact.
            return self.0.serialize().serialize(serializer);
        }
        let plain = self.0.normalize();
        // Within ±2^53 an integer is safe in JavaScript.
        match (plain.scale(), plain.to_i64()) {
            (0, Some(n)) if n.abs() <= 1 << 53 => serializer.serialize_i64(n),
            _ => serializer.serialize_f64(plain.to_f64().unwrap_or(0.0)),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; 16]>::deserialize(deserializer).map(Decimal::deserialize).map(Self);
        }
        let n = f64::deserialize(deserializer)?;
        Decimal::from_f64(n).map(Self).ok_or_else(|| serde::de::Error::custom("number out of range"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}
