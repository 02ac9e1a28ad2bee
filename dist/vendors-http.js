"use strict";
exports.id = "vendors-http";
exports.ids = ["vendors-http"];
exports.modules = {

/***/ "src/adapters/vendors/http/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter)
/* harmony export */ });
/* harmony import */ var _domain_descriptor__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/domain/descriptor");
/* harmony import */ var _capabilities__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/adapters/vendors/http/capabilities");
/* harmony import */ var _settings__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/adapters/vendors/http/settings");
/* harmony import */ var _vendor__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/adapters/vendors/http/vendor");




const adapter = (0,_domain_descriptor__WEBPACK_IMPORTED_MODULE_3__/* .defineAdapter */ .D)({
    kind: 'vendors',
    descriptor: {
        id: 'http',
        title: 'Any HTTP key API',
        summary: 'A vendor described in the config: requests, JSON Pointers and the answers that mean alive and dead.',
        homepage: 'https://www.rfc-editor.org/rfc/rfc9110',
        permissions: [
            { permission: 'list keys', why: 'to know which keys there are before and after each change' },
            { permission: 'create keys', why: 'create' },
            { permission: 'disable, enable and delete keys', why: 'disable, revoke' },
        ],
        limits: [
            'JSON answers up to 2 MiB.',
            'Lists are read up to max_pages; a longer one counts as cut, and what it does not show is neither gone nor silent.',
            'Keys that sign requests themselves (AWS, Google, HTTP Digest) cannot be described; an admin key that signs for AWS can.',
        ],
        risks: [
            'A description that is wrong about refused can call a living key dead: say only what the documentation says.',
            'A wrong list (a filter, a page size) can hide keys: read it once by hand before the first rotation.',
        ],
        changes: {
            origin: 'trust',
            key_origin: 'trust',
            admin_key: 'trust',
            admin_header: 'trust',
            login: 'trust',
            admin_sign: 'trust',
            admin_id: 'trust',
            key_header: 'trust',
            headers: 'trust',
            create: 'trust',
            list: 'trust',
            whoami: 'trust',
            id_in_value: 'trust',
            id_part: 'trust',
            verify: 'trust',
            disable: 'trust',
            enable: 'trust',
            revoke: 'trust',
            by_person: 'gate',
            limits: 'gate',
            times: 'gate',
        },
        example: `gateway:
  use: http
  origin: https://gateway.example.com
  admin_key: vault:admin/gateway#token
  key_header: x-api-key
  create:  { request: POST /admin/keys, body: { name: "{label}", scopes: "{scopes}" }, id: /id, value: /key }
  list:    { request: GET /admin/keys, items: /keys, id: /id, label: /name, created: /created_at, last_used: /last_used_at }
  whoami:  { request: GET /v1/me, id: /key_id }
  verify:  { request: GET /v1/ping, accepted: 200, refused: 401 }
  disable: { request: "PATCH /admin/keys/{id}", body: { active: false } }
  enable:  { request: "PATCH /admin/keys/{id}", body: { active: true } }
  revoke:  { request: "DELETE /admin/keys/{id}", gone: 404 }
`,
        tried: 'Against the fake in this folder only; what a real vendor does is in its description.',
    },
    settings: _settings__WEBPACK_IMPORTED_MODULE_1__/* .settings */ .W,
    origins: _vendor__WEBPACK_IMPORTED_MODULE_2__/* .originsOf */ .T,
    references: ({ admin_key: key }) => (typeof key === 'string' ? [key] : Object.values(key)),
    parts: _capabilities__WEBPACK_IMPORTED_MODULE_0__/* .partKinds */ .T,
    open: _vendor__WEBPACK_IMPORTED_MODULE_2__/* .openVendor */ .P,
});


/***/ })

};
;