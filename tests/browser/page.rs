//! A tab in one of the engines, on a site that the test serves: what a reader does and sees, and waits on conditions.

use crate::engine::{Engine, Scheme};
use crate::server::Server;
use crate::{Failure, Told};
use fantoccini::Client;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How long a condition may take to come true. A loaded machine is slow; what fails, fails for good.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(30);

/// A viewport narrower than this many CSS pixels is a phone's.
const PHONE: u32 = 600;

// Keys, as WebDriver names them.
pub const ENTER: char = '\u{E007}';
pub const ESCAPE: char = '\u{E00C}';
pub const END: char = '\u{E010}';
pub const HOME: char = '\u{E011}';
pub const ARROW_LEFT: char = '\u{E012}';
pub const ARROW_UP: char = '\u{E013}';
pub const ARROW_RIGHT: char = '\u{E014}';
pub const ARROW_DOWN: char = '\u{E015}';

/// Whether what is painted as the target can be seen, its start at least where it is longer than the window.
pub const IN_VIEW: &str = "(([range]) => range && (({top, bottom}) => top >= 0 && top < innerHeight && \
    (bottom <= innerHeight || bottom - top > innerHeight / 2))(range.getBoundingClientRect()))\
    ([...(CSS.highlights.get('target') ?? [])])";

#[derive(Clone)]
pub struct Page {
    pub client: Client,
    pub engine: Engine,
    pub scheme: Scheme,
    pub site: Rc<Server>,
}

impl Page {
    /// The same tab, for another site.
    pub fn on(&self, site: Server) -> Self {
        if self.engine == Engine::WebKit {
            site.watch();
        }
        Self { site: Rc::new(site), ..self.clone() }
    }

    /// Goes on in a new tab, the only one: what is in a tab behind another is not drawn, and does not move.
    pub async fn leave_for_a_new_tab(&self) -> Told {
        let old = self.client.windows().await?;
        let new = self.client.new_window(true).await?;
        self.leave(old, new.handle).await
    }

    /// Opens a path of the site in a new tab, where the app takes over, and leaves all others for it. They are closed
    /// before, so that no page of the site is left; only WebKit, which keeps nothing on disk when it is driven, loses
    /// with the last page what is in its caches.
    pub async fn open_in_a_new_tab(&self, path: &str) -> Told {
        if self.engine != Engine::WebKit {
            self.leave_for_a_new_tab().await?;
            return self.open(path).await;
        }
        let old = self.client.windows().await?;
        let new = self.client.new_window(true).await?.handle;
        self.client.switch_to_window(new.clone()).await?;
        self.open(path).await?;
        self.leave(old, new).await
    }

    async fn leave(&self, old: Vec<WindowHandle>, new: WindowHandle) -> Told {
        for window in old {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        Ok(self.client.switch_to_window(new).await?)
    }

    /// The whole address of a path below the site's root.
    pub fn address(&self, path: &str) -> String {
        self.site.root() + path
    }

    /// Opens a path of the site, and does not wait for the app.
    pub async fn goto(&self, path: &str) -> Told {
        let address = self.address(path);
        if address.contains('#') {
            // On the page that is open already, another fragment would be no load.
            self.client.goto("about:blank").await?;
        }
        Ok(self.client.goto(&address).await?)
    }

    /// Opens a path of the site and waits until the app has taken the page over.
    pub async fn open(&self, path: &str) -> Told {
        self.goto(path).await?;
        self.ready().await
    }

    pub async fn ready(&self) -> Told {
        // In one look: between two the page before could go, and the next come.
        let told = "(({app}) => app === 'ready' ? app : app && [app, document.querySelector('#notice')?.textContent])\
            (document.documentElement.dataset)";
        self.until("the app has come", told).await?;
        let state: Value = self.eval(told, Vec::new()).await?;
        if state == "ready" {
            return Ok(());
        }
        let (state, told): (String, String) = serde_json::from_value(state).unwrap_or_default();
        Err(Failure(format!("the app's state is {state}, and it tells: {told}")))
    }

    /// The value of an expression in the page; its arguments are in `arguments`.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str, arguments: Vec<Value>) -> Told<T> {
        let value = self.client.execute(&format!("return ({expression});"), arguments).await?;
        serde_json::from_value(value.clone()).map_err(|why| Failure(format!("{expression} gave {value}: {why}")))
    }

    /// The value of a promise in the page.
    pub async fn resolved<T: DeserializeOwned>(&self, expression: &str, arguments: Vec<Value>) -> Told<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             Promise.resolve({expression}).then((value) => done({{value}}), (error) => done({{error: String(error)}}));"
        );
        let mut answer = self.client.execute_async(&script, arguments).await?;
        if let Some(error) = answer.get("error") {
            return Err(Failure(format!("{expression} threw {error}")));
        }
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        serde_json::from_value(value.clone()).map_err(|why| Failure(format!("{expression} gave {value}: {why}")))
    }

    /// Waits until an expression is true.
    pub async fn until(&self, what: &str, expression: &str) -> Told {
        self.until_is(what, &format!("Boolean({expression})"), true).await
    }

    /// Waits until an expression has this value.
    pub async fn until_is(&self, what: &str, expression: &str, wanted: impl Into<Value>) -> Told {
        self.until_within(PATIENCE, what, expression, wanted).await
    }

    /// The same, with another patience.
    pub async fn until_within(
        &self,
        patience: Duration,
        what: &str,
        expression: &str,
        wanted: impl Into<Value>,
    ) -> Told {
        let wanted = wanted.into();
        let last = patiently(patience, async || {
            // While one page goes and the next comes there may be no document to ask.
            match self.eval::<Value>(expression, Vec::new()).await {
                Ok(value) if value == wanted => Ok(()),
                Ok(value) => Err(value.to_string()),
                Err(Failure(why)) => Err(why),
            }
        });
        last.await.map_err(|last| Failure(format!("{what}: waited for {wanted}, last was {last} ({expression})")))
    }

    /// Waits until the server holds a request for a path back.
    pub async fn until_held(&self, path: &str) -> Told {
        let held = patiently(PATIENCE, async || if self.site.holds(path) { Ok(()) } else { Err(String::new()) });
        held.await.map_err(|_| Failure(format!("{path} was not asked for")))
    }

    /// Clicks as a reader does: an element that can be seen, scrolled to if need be, once it stands still.
    pub async fn click(&self, css: &str) -> Told {
        const STILL: &str = "(async (css) => { \
            const found = document.querySelector(css); \
            if (!found?.checkVisibility()) return false; \
            const isFree = () => { const {left, top, width, height} = found.getClientRects()[0]; \
                return found.contains(document.elementFromPoint(left + width / 2, top + height / 2)); }; \
            for (const block of ['nearest', 'center']) \
                if (!isFree()) found.scrollIntoView({block, inline: 'nearest', behavior: 'instant'}); \
            const frame = () => new Promise((resolve) => requestAnimationFrame(resolve)); \
            const where = () => { const {x, y} = found.getBoundingClientRect(); return `${x} ${y} ${scrollY}`; }; \
            for (let before, now = where(), same = 0; same < 5; before = now, now = where()) { \
                same = now === before ? same + 1 : 0; await frame(); \
            } return document.contains(found); })(arguments[0])";
        let still = patiently(PATIENCE, async || match self.resolved(STILL, vec![css.into()]).await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it is not to be seen".to_owned()),
            Err(Failure(why)) => Err(why),
        });
        still.await.map_err(|why| Failure(format!("clicking {css}: {why}")))?;
        let element = self.client.find(fantoccini::Locator::Css(css)).await?;
        element.click().await.map_err(|why| Failure(format!("clicking {css}: {why}")))
    }

    /// Clicks at a point of the viewport, in CSS pixels.
    pub async fn click_at(&self, x: f64, y: f64) -> Told {
        let click = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(click).await?)
    }

    /// Drags from one point of the viewport to another, in CSS pixels.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Told {
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let drag = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x: from.0, y: from.1 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveTo { duration: None, x: middle.0, y: middle.1 })
            .then(PointerAction::MoveTo { duration: None, x: to.0, y: to.1 })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(drag).await?)
    }

    /// Puts a finger on a point of the viewport, in CSS pixels, for a while.
    pub async fn touch(&self, x: f64, y: f64, held: Duration) -> Told {
        let touch = TouchActions::new("finger".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Pause { duration: held })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(touch).await?)
    }

    /// Presses a key with Shift held.
    pub async fn press_with_shift(&self, key: char) -> Told {
        self.press_held('\u{E008}', key).await
    }

    /// Presses a key with Control held.
    pub async fn press_with_control(&self, key: char) -> Told {
        self.press_held('\u{E009}', key).await
    }

    async fn press_held(&self, held: char, key: char) -> Told {
        let press = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        Ok(self.client.perform_actions(press).await?)
    }

    /// Writes a text into the field that has the focus.
    pub async fn write(&self, text: &str) -> Told {
        Ok(self.client.active_element().await?.send_keys(text).await?)
    }

    /// Presses a key, named by its code point of WebDriver or itself.
    pub async fn press(&self, key: char) -> Told {
        let press =
            KeyActions::new("keys".into()).then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        self.client.perform_actions(press).await?;
        Ok(())
    }

    /// Waits until a highlight paints exactly this text.
    pub async fn until_painted(&self, highlight: &str, text: &str) -> Told {
        let expression = PAINTED.replace("arguments[0]", &json!(highlight).to_string());
        self.until_is(&format!("painted as {highlight}"), &format!("({expression}).join('|')"), text).await
    }

    pub async fn back(&self) -> Told {
        Ok(self.client.back().await?)
    }

    pub async fn forward(&self) -> Told {
        Ok(self.client.forward().await?)
    }

    /// A phone's or a desktop's viewport, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Told {
        match self.engine {
            Engine::Chromium => {
                let metrics =
                    json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < PHONE});
                self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
                // A phone shows a page that does not speak of its viewport wider; so there is nothing to wait for.
                return Ok(());
            }
            // Its window can't be as narrow as a phone, but what the window shows can.
            Engine::Firefox => {
                self.client.set_window_size(width.max(PHONE), height + 200).await?;
                self.in_firefox::<Value>(FIREFOX_VIEWPORT, vec![width.into(), height.into()]).await?;
            }
            Engine::WebKit => self.resize_window(width, height).await?,
        }
        self.until_is("the viewport's width", "innerWidth", width).await
    }

    /// The value of an expression in Firefox's own context.
    pub async fn in_firefox<T: DeserializeOwned>(&self, expression: &str, arguments: Vec<Value>) -> Told<T> {
        self.command("moz/context", json!({"context": "chrome"})).await?;
        let value = self.eval(expression, arguments).await;
        self.command("moz/context", json!({"context": "content"})).await?;
        value
    }

    /// The frame around the viewport differs between engines, and comes a while after the window; so it is measured
    /// until the viewport is as it should be.
    async fn resize_window(&self, width: u32, height: u32) -> Told {
        let wanted = (width, height);
        let mut frame = (0, 0);
        let resized = patiently(PATIENCE, async || {
            let told = |Failure(why): Failure| why;
            let size = self.client.set_window_size(width + frame.0, height + frame.1).await;
            size.map_err(|why| why.to_string())?;
            let inner: (u32, u32) = self.eval("[innerWidth, innerHeight]", Vec::new()).await.map_err(told)?;
            let outer: (u32, u32) = self.eval("[outerWidth, outerHeight]", Vec::new()).await.map_err(told)?;
            frame = (outer.0.saturating_sub(inner.0), outer.1.saturating_sub(inner.1));
            if inner == wanted { Ok(()) } else { Err(format!("{inner:?}")) }
        });
        resized.await.map_err(|last| Failure(format!("the viewport is {last}, not {wanted:?}")))
    }

    /// A command of Chromium's own protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Told<Value> {
        self.command("goog/cdp/execute", json!({"cmd": command, "params": parameters})).await
    }

    /// A command that WebDriver's standard does not have.
    pub async fn command(&self, path: &'static str, body: Value) -> Told<Value> {
        Ok(self.client.issue_cmd(Command { path, body: Some(body) }).await?)
    }

    /// A picture of the viewport, or where the engine can of the whole page.
    pub async fn picture(&self, whole: bool) -> Told<Vec<u8>> {
        let encoded = match (self.engine, whole) {
            (Engine::Chromium, true) => {
                let answer = json!({"captureBeyondViewport": true});
                let answer = self.devtools("Page.captureScreenshot", answer).await?;
                answer.get("data").cloned()
            }
            (Engine::Firefox, true) => {
                Some(self.client.issue_cmd(Command { path: "moz/screenshot/full", body: None }).await?)
            }
            _ => return Ok(self.client.screenshot().await?),
        };
        let encoded = encoded.as_ref().and_then(Value::as_str).unwrap_or_default();
        decode(encoded).ok_or_else(|| Failure("the picture is not base64".into()))
    }
}

/// Looks until it is as it should be, or patience is at its end; then tells what it was like last.
async fn patiently(patience: Duration, mut look: impl AsyncFnMut() -> Result<(), String>) -> Result<(), String> {
    let deadline = Instant::now() + patience;
    loop {
        match look().await {
            Err(last) if Instant::now() > deadline => return Err(last),
            Err(_) => tokio::time::sleep(GLANCE).await,
            Ok(()) => return Ok(()),
        }
    }
}

fn decode(base64: &str) -> Option<Vec<u8>> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(base64).ok()
}

const FIREFOX_VIEWPORT: &str = "((style) => { style.width = arguments[0] + 'px'; style.height = arguments[1] + 'px'; })\
    (gBrowser.selectedBrowser.style)";

const PAINTED: &str = "[...(CSS.highlights.get(arguments[0]) ?? [])]\
    .sort((a, b) => a.compareBoundaryPoints?.(Range.START_TO_START, b) ?? 0).map(String)";

/// A command by its path below the session; a GET where there is no body.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}
