//! What the linker is told of each program.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // Memory is laid out at once for a long text with all that is found in it (64 MiB, taken page by page as it is
        // used): WebKit has trapped in code that ran while its memory grew.
        println!("cargo::rustc-link-arg-bins=--initial-memory=67108864");
        // The app is cut apart after it is linked, for which it has to say what in it refers to what.
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
