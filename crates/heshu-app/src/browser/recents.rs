//! Recent reports, in this browser's IndexedDB, where the person asked for that.
//!
//! One store of texts; a key is the time, the title and the number of characters, apart by tabs, so that the list needs
//! no text to be read. Where the browser refuses, nothing is kept and nothing breaks.

use js_sys::{Array, Date, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

const DATABASE: &str = "heshu";
const STORE: &str = "reports";
/// So many are kept.
const MOST: usize = 12;

/// A report that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Its characters, as the page says them.
    pub characters: String,
}

/// Those that are kept, the latest first.
pub async fn list() -> Vec<Recent> {
    let mut all: Vec<Recent> = keys().await.unwrap_or_default().into_iter().filter_map(recent).collect();
    all.reverse();
    all
}

/// Keeps a report, in the place of an older copy of it and of the oldest ones.
pub async fn keep(title: &str, characters: &str, text: &str) -> Option<()> {
    let title = title.replace('\t', " ");
    let keys = keys().await?;
    let same = format!("\t{title}\t{characters}");
    let others: Vec<&String> = keys.iter().filter(|key| !key.ends_with(&same)).collect();
    let late = others.len().saturating_sub(MOST - 1);
    let store = open(IdbTransactionMode::Readwrite).await?;
    for key in keys.iter().filter(|key| key.ends_with(&same)).chain(others.into_iter().take(late)) {
        done(&store.delete(&JsValue::from_str(key)).ok()?).await?;
    }
    let key = format!("{:015}{same}", Date::now() as u64);
    let put = store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(&key)).ok()?;
    done(&put).await?;
    close(&store);
    Some(())
}

/// The text of one.
pub async fn text(key: &str) -> Option<String> {
    let store = open(IdbTransactionMode::Readonly).await?;
    let text = done(&store.get(&JsValue::from_str(key)).ok()?).await?.as_string();
    close(&store);
    text
}

/// Forgets all of them, and that there ever were any.
pub async fn forget() -> Option<()> {
    done(factory()?.delete_database(DATABASE).ok()?.unchecked_ref()).await?;
    Some(())
}

async fn keys() -> Option<Vec<String>> {
    let store = open(IdbTransactionMode::Readonly).await?;
    let keys: Array = done(&store.get_all_keys().ok()?).await?.dyn_into().ok()?;
    close(&store);
    Some(keys.iter().filter_map(|key| key.as_string()).collect())
}

fn recent(key: String) -> Option<Recent> {
    let mut parts = key.split('\t').skip(1).map(str::to_owned);
    let (title, characters) = (parts.next()?, parts.next()?);
    Some(Recent { key, title, characters })
}

fn factory() -> Option<IdbFactory> {
    // Reading the property throws where storage is forbidden.
    super::window()?.indexed_db().ok()?
}

async fn open(mode: IdbTransactionMode) -> Option<IdbObjectStore> {
    let request: IdbOpenDbRequest = factory()?.open_with_u32(DATABASE, 1).ok()?;
    let upgrade = {
        let request = request.clone();
        Closure::once_into_js(move |_: JsValue| {
            let database = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
            database.and_then(|database| database.create_object_store(STORE).ok());
        })
    };
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.dyn_into().ok()?;
    database.transaction_with_str_and_mode(STORE, mode).ok()?.object_store(STORE).ok()
}

/// A database that stays open could not be deleted.
fn close(store: &IdbObjectStore) {
    store.transaction().db().close();
}

/// Waits for a request, and gives what came of it.
async fn done(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    super::wait(promise).await?;
    request.result().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_says_what_the_list_shows() {
        let got = recent("001700000000000\t新源县-2024\t15,785".into()).unwrap();
        assert_eq!((got.title.as_str(), got.characters.as_str()), ("新源县-2024", "15,785"));
        assert_eq!(recent("something else".into()), None);
    }
}
