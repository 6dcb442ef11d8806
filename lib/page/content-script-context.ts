/**
 * Stands in for WXT's class of this name, which every content script of WXT makes. WXT's own posts a message that tells
 * the page the extension's id, and ends when the page forges one event (measured: docs/architecture.md). Ours says and
 * hears nothing; `claimPage` tells a script that a newer one has come.
 */
export class ContentScriptContext {}
