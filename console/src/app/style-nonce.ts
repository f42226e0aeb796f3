/** The nonce that the policy of this page allows styles with. The server writes it into the page. */
export const STYLE_NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// The package that keeps a page behind a dialog from scrolling reads its nonce from this global variable.
Object.assign(globalThis, { __webpack_nonce__: STYLE_NONCE });
