/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ "src/config/duration":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   bq: () => (/* binding */ durationRule),
/* harmony export */   ft: () => (/* binding */ DURATION)
/* harmony export */ });
/* harmony import */ var ms__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("ms/index");
/* harmony import */ var ms__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(ms__WEBPACK_IMPORTED_MODULE_0__);

const DURATION = /^\d+(\.\d+)? ?(ms|s|m|h|d|w|y)$/;
const durationRule = 'must be a duration with its unit, such as "30d", "24h" or "10m"';
/** Text such as `24h` to milliseconds. Undefined: not a duration. */
function parseDuration(text) {
    return DURATION.test(text) ? ms__WEBPACK_IMPORTED_MODULE_0___default()(text) : undefined;
}


/***/ }),

/***/ "src/config/names":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   HM: () => (/* binding */ inheritedRule),
/* harmony export */   Mp: () => (/* binding */ nameRule),
/* harmony export */   o_: () => (/* binding */ NAME),
/* harmony export */   tG: () => (/* binding */ isInherited)
/* harmony export */ });
/** Names of entries in rekey.yml: letters, digits, dashes and underscores, so that they fit into labels, marks, file names and lists. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
const nameRule = 'a name of letters, digits, dashes and underscores, at most 63';
/** `constructor`, `__proto__` and what else every object has by itself: a name that finds something where nobody put it. */
const isInherited = (text) => text in {};
const inheritedRule = 'another one, because this one means something in JavaScript';
const isName = (text) => NAME.test(text) && !isInherited(text);


/***/ }),

/***/ "src/config/selector":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Id: () => (/* binding */ readSelector),
/* harmony export */   pi: () => (/* binding */ selectKeys)
/* harmony export */ });
/* unused harmony export SELECTABLE */
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/domain/errors");
/* harmony import */ var _which__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/config/which");
/* harmony import */ var _suggest__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/config/suggest");



const SELECTABLE = ['owner', 'vendor', 'environment', 'criticality', 'workload', 'store'];
/** Reads `owner=team-payments,environment=production`. */
function readSelector(text, wrong) {
    const selector = {};
    const odd = [];
    const terms = (text ?? '')
        .split(/[,\n]/)
        .map((part) => part.trim())
        .filter((term) => term !== '');
    for (const [at, term] of terms.entries()) {
        const [name = '', value = '', ...more] = term.split('=').map((part) => part.trim());
        const property = SELECTABLE.find((known) => known === name);
        if (!property && (0,_suggest__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(name, SELECTABLE) !== undefined) {
            wrong(`${(0,_suggest__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(name, SELECTABLE)} is not a property of keys.${(0,_suggest__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, SELECTABLE)}`);
        }
        else if (!property || value === '' || more.length > 0) {
            odd.push(at);
        }
        else if (selector[property] !== undefined)
            wrong(`${property} stands twice`);
        else
            selector[property] = value;
    }
    if (odd.length > 0)
        wrong(`must be like owner=team-payments,environment=production; ${(0,_which__WEBPACK_IMPORTED_MODULE_1__/* .whichOf */ .D)(odd, terms)} not`);
    return selector;
}
const matches = {
    owner: (key, value) => key.owner === value,
    vendor: (key, value) => key.vendor === value,
    environment: (key, value) => key.environment === value,
    criticality: (key, value) => key.criticality === value,
    workload: (key, value) => key.usedBy.includes(value),
    store: (key, value) => key.store === value,
};
/** The names that a run is about; undefined: nothing was selected, so all. Throws RK1006 for what matches nothing. */
function selectKeys(config, { keys, select }) {
    const terms = SELECTABLE.flatMap((name) => select[name] === undefined ? [] : [{ name, value: select[name] }]);
    if (keys.length === 0 && terms.length === 0)
        return undefined;
    return new Set(keys.length > 0 ? knownKeys(config, keys) : matching(config, terms));
}
function knownKeys(config, keys) {
    const known = Object.keys(config.keys);
    const problems = keys
        .filter((key) => !Object.hasOwn(config.keys, key))
        .map((key) => new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK1006', `${(0,_suggest__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(key, known)} is not a key.${(0,_suggest__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(key, known)}`));
    const [first, ...rest] = problems;
    if (first)
        throw (0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)([first, ...rest]);
    return keys;
}
function matching(config, terms) {
    const all = Object.values(config.keys);
    for (const { name, value } of terms) {
        if (all.some((key) => matches[name](key, value)))
            continue;
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK1006', `no key has ${name}=${(0,_suggest__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(value)}.`);
    }
    const found = all.filter((key) => terms.every(({ name, value }) => matches[name](key, value)));
    if (found.length === 0)
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK1006', 'no key has all of these properties.');
    return found.map((key) => key.name);
}


/***/ }),

/***/ "src/config/suggest":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  au: () => (/* binding */ didYouMean),
  EZ: () => (/* binding */ looksRandom),
  pA: () => (/* binding */ nearest),
  TL: () => (/* binding */ quoted),
  vN: () => (/* binding */ shy),
  L5: () => (/* binding */ unknown)
});

;// CONCATENATED MODULE: ./node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __nccwpck_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/config/suggest.js


/** The known word that was probably meant; undefined when none is near. */
function nearest(word, known) {
    const far = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
    return closestMatch(word, [...known], { maxDistance: far });
}
/** ` Did you mean "x"?`, else a list of what there is, or nothing when that list would be long. */
function didYouMean(word, known) {
    const near = nearest(word, known);
    if (near !== undefined)
        return ` Did you mean "${near}"?`;
    if (known.length === 0 || known.length > 12)
        return '';
    return ` There ${known.length === 1 ? 'is' : 'are'} ${known.map((name) => `"${name}"`).join(', ')}.`;
}
/** A known word from the config in an error: short and harmless. */
function quoted(word) {
    return `"${(0,tools_text/* defuse */.VP)(word, 60)}"`;
}
/** A word that is not known, in an error. It may be a key that somebody pasted, so of a long or random one only the beginning is shown. */
function unknown(word, known = []) {
    return nearest(word, known) === undefined ? `"${shy(word)}"` : quoted(word);
}
const LONG = 24;
/** Words of people are shorter, or have a dash in between. */
const LONG_PIECE = 16;
const SHOWN = 4;
/** The word, or its beginning and its length where it may be a secret. */
function shy(word) {
    const plain = (0,tools_text/* defuse */.VP)(word, 60);
    const isLong = word.length > LONG || piecesOf(word).some((piece) => piece.length >= LONG_PIECE);
    if (!isLong && !looksRandom(word))
        return plain;
    return `${(0,tools_text/* beginningOf */.VI)(plain, SHOWN)}… (${word.length} characters)`;
}
const piecesOf = (word) => word.split(/[^A-Za-z0-9]+/);
/** Words of people seldom change between letters and digits, or between small letters and large ones, inside one piece. */
function looksRandom(word) {
    const changes = /\d(?=[A-Za-z])|[A-Za-z](?=\d)|[a-z](?=[A-Z])/g;
    return piecesOf(word).some((piece) => piece.length >= 10 && (piece.match(changes) ?? []).length >= 4);
}


/***/ }),

/***/ "src/config/which":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ whichOf)
/* harmony export */ });
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/domain/tools/text");

/**
 * Which parts of an input are wrong, by their place and length: one of them may be a key that somebody pasted.
 * @param odd their places, from 0 @returns `number 2 (length 12) of 3 is`
 */
function whichOf(odd, parts) {
    const lengths = odd.map((at) => `${at + 1} (length ${parts[at]?.length ?? 0})`);
    const shown = lengths.slice(0, MOST);
    const more = odd.length - shown.length;
    const named = (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .sentenceList */ .MT)(more > 0 ? [...shown, `${more} more`] : shown);
    return `number ${named} of ${parts.length} ${odd.length > 1 ? 'are' : 'is'}`;
}
const MOST = 3;


/***/ }),

/***/ "src/domain/errorCodes":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ CODES),
  _: () => (/* binding */ isCode)
});

// EXTERNAL MODULE: ./.build/src/domain/errorKinds.js
var errorKinds = __nccwpck_require__("src/domain/errorKinds");
;// CONCATENATED MODULE: ./.build/src/domain/codes/identityCodes.js

/** Logins and the rights of the job. */
const IDENTITY = {
    RK3001: (0,errorKinds/* code */.aY)('denied', 'no OIDC token', 'Add "id-token: write" to the permissions of the job.'),
    RK3002: (0,errorKinds/* code */.aY)('denied', 'the identity was refused', 'Compare the role with the claims printed above.'),
    RK3003: (0,errorKinds/* code */.aY)('denied', 'the wrong audience', 'Set the same audience in the config and in the role.'),
    RK3004: (0,errorKinds/* code */.aY)('denied', 'a GitHub permission is missing', 'Add the permission named above to the job.'),
    RK3005: (0,errorKinds/* code */.aY)('transient', 'identity not reachable', 'Nothing was changed; the next run tries again.'),
    RK3006: (0,errorKinds/* code */.aY)('denied', 'the job runs in the wrong environment', 'Set "environment:" of the job to the one named above.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/inputCodes.js

/** Inputs and config. */
const INPUTS = {
    RK1001: (0,errorKinds/* code */.aY)('config', 'unknown command', 'Use one that --help lists, such as rotate, plan or doctor.'),
    RK1002: (0,errorKinds/* code */.aY)('config', 'input is wrong', 'Correct the input or argument named above.'),
    RK1003: (0,errorKinds/* code */.aY)('config', 'inputs contradict each other', 'Drop one of them.'),
    RK1004: (0,errorKinds/* code */.aY)('config', 'too many changes for one run', 'Repeat the names in the input `confirm`, or select fewer keys.'),
    RK1005: (0,errorKinds/* code */.aY)('config', 'this event or ref may not run Rekey', 'Run it on the default branch, by schedule or workflow_dispatch.'),
    RK1006: (0,errorKinds/* code */.aY)('config', 'selector matches nothing', 'Correct the selector; plan lists the keys there are.'),
    RK1007: (0,errorKinds/* code */.aY)('config', 'Node is too old', 'Use Node 20 or newer, for example with actions/setup-node.'),
    RK1008: (0,errorKinds/* code */.aY)('config', 'an input contains the value of a key', 'Remove the key from the input. The log of this run keeps it for good, so rotate that key.'),
    RK1009: (0,errorKinds/* code */.aY)('config', 'the output folder cannot be used', 'Name another folder with --out.'),
    RK2001: (0,errorKinds/* code */.aY)('config', 'config is not YAML', 'Correct the line named above.'),
    RK2002: (0,errorKinds/* code */.aY)('config', 'config does not fit the schema', 'Correct the line named above; the docs and the schema list what is allowed.'),
    RK2003: (0,errorKinds/* code */.aY)('config', 'unknown field in the config', 'Correct or remove it.'),
    RK2004: (0,errorKinds/* code */.aY)('config', 'reference to something that does not exist', 'Correct the name, or add what it names.'),
    RK2005: (0,errorKinds/* code */.aY)('config', 'settings contradict each other', 'Change one of them.'),
    RK2006: (0,errorKinds/* code */.aY)('config', 'a field of another tool', 'Use the field that is suggested.'),
    RK2007: (0,errorKinds/* code */.aY)('config', 'config not found', 'Add the file (for a workflow: to the default branch); doctor prints one to paste.'),
    RK2008: (0,errorKinds/* code */.aY)('config', 'one vendor key behind two entries', 'Keep one entry.'),
    RK2009: (0,errorKinds/* code */.aY)('config', 'unknown adapter', 'Use one of the adapters listed in the README.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/journalCodes.js

/** The journal and its claims. */
const JOURNAL = {
    RK7001: (0,errorKinds/* code */.aY)('broken', 'the journal is missing', 'First run: doctor with init (on a laptop: doctor --init). Otherwise restore the journal; nothing was changed.', { stopsAll: true, mayHide: true }),
    RK7002: (0,errorKinds/* code */.aY)('broken', 'the journal is truncated or unreadable', 'Restore it from its history; nothing was changed.', { stopsAll: true, mayHide: true }),
    RK7003: (0,errorKinds/* code */.aY)('broken', 'the journal was rewound', 'Restore the newer commit; nothing was changed.', {
        stopsAll: true,
        mayHide: true,
    }),
    RK7004: (0,errorKinds/* code */.aY)('config', 'the journal is newer than this release', 'Use the release that wrote it, or a newer one.', { stopsAll: true }),
    RK7005: (0,errorKinds/* code */.aY)('conflict', 'another run, or a hold, intervened', 'Nothing to do here: the five lines say who it was and what happens next.', { stopsAll: true }),
    RK7006: (0,errorKinds/* code */.aY)('conflict', 'another run is working on this key', 'Wait for it: the next run continues when that run is over, at that time at the latest. A rollback does not have to wait.'),
    RK7007: (0,errorKinds/* code */.aY)('transient', 'the journal is not reachable', 'Nothing is done without it; the next run continues.', { stopsAll: true }),
    RK7008: (0,errorKinds/* code */.aY)('refused', 'journal, store and vendor disagree', 'Look at what the message names and correct what is wrong; nothing was revoked.', { changedByOthers: true }),
    RK7009: (0,errorKinds/* code */.aY)('broken', 'evidence and journal differ', 'See the first difference; the journal at the commit given on the ticket is right.'),
    RK7010: (0,errorKinds/* code */.aY)('config', 'no such rotation', 'Take its id from the ticket or the evidence; plan names the open one.', { nothingThere: true }),
    RK7011: (0,errorKinds/* code */.aY)('config', 'the journal would be public', 'Keep the journal in a private repository, or set public_journal: true in the config.'),
    RK7012: (0,errorKinds/* code */.aY)('unknown', 'the journal did not answer', 'Rekey looks for what it wrote before it continues.', { stopsAll: true }),
    RK7013: (0,errorKinds/* code */.aY)('full', 'a journal file would become too large', 'Finish or abandon the rotation named above; its facts are kept.'),
    RK7014: (0,errorKinds/* code */.aY)('config', 'no rotation is open', 'Nothing to do: plan shows the state of the key. A rotation that has ended cannot be rolled back; rotate makes a new key.', { nothingThere: true }),
    RK7015: (0,errorKinds/* code */.aY)('config', 'the rotation is not blocked', 'Wait for it; rollback takes it back, hold stops it. Only a rotation that waits for a person can be abandoned.', { nothingThere: true }),
    RK7016: (0,errorKinds/* code */.aY)('broken', 'the journal names another secret than the config', 'Nothing was called or changed. Was the entry changed? Then run abandon for the key: nothing dies, and the next run takes the entry as it is now. Was it not? Then somebody wrote to the journal: see who, and restore it.', { mayHide: true }),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/networkCodes.js

/** The network, and bugs. */
const NETWORK = {
    RK9001: (0,errorKinds/* code */.aY)('transient', 'no connection', 'Check address, DNS and firewall.'),
    RK9002: (0,errorKinds/* code */.aY)('unknown', 'no answer', 'Rekey checks what happened before it repeats anything.'),
    RK9003: (0,errorKinds/* code */.aY)('broken', 'redirect refused', 'Use the final address in the config.'),
    RK9004: (0,errorKinds/* code */.aY)('broken', 'the answer is too large', 'Check that the address is the API and not a web page.'),
    RK9005: (0,errorKinds/* code */.aY)('broken', 'the answer is not JSON', 'Check that the address is the API and not a web page.'),
    RK9006: (0,errorKinds/* code */.aY)('denied', 'this address is not allowed', 'Use https and a public host name. A host with a private address must be listed in allow_private_hosts, as a name without scheme or port.'),
    RK9007: (0,errorKinds/* code */.aY)('throttled', 'too many requests', 'The next run continues.'),
    RK9008: (0,errorKinds/* code */.aY)('denied', 'access refused', 'Check the rights of the credential.'),
    RK9009: (0,errorKinds/* code */.aY)('gone', 'not found', 'Check the address.'),
    RK9010: (0,errorKinds/* code */.aY)('transient', 'the server has an error', 'The next run tries again.'),
    RK9011: (0,errorKinds/* code */.aY)('broken', 'an answer that Rekey does not understand', 'Compare it with the documentation of the API.'),
    RK9012: (0,errorKinds/* code */.aY)('conflict', 'the server reports a conflict', 'Check what is there now.'),
    RK9013: (0,errorKinds/* code */.aY)('denied', 'the certificate is not trusted', 'Check the address; for a private authority set NODE_EXTRA_CA_CERTS on the step.'),
    RK9014: (0,errorKinds/* code */.aY)('transient', 'too late to be sent', 'Nothing was sent: what had to be read first took too long. Rekey tries again by itself.'),
    RK9900: (0,errorKinds/* code */.aY)('broken', 'a bug in Rekey', 'Please report it with the link to the run; nothing more was done.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/ruleCodes.js

/** Policy, holds and guards. */
const RULES = {
    RK8001: (0,errorKinds/* code */.aY)('config', 'policy forbids it', 'Wait for the window, or change the policy.'),
    RK8002: (0,errorKinds/* code */.aY)('config', 'the key is on hold', 'Run release when it may continue.'),
    RK8003: (0,errorKinds/* code */.aY)('config', 'the key is blocked', 'Fix the problem named above, then run release.'),
    RK8004: (0,errorKinds/* code */.aY)('refused', 'a guard refused to revoke a credential', 'See the reasons above; nothing was revoked.'),
    RK8005: (0,errorKinds/* code */.aY)('transient', 'the run ended while it watched a disabled key', 'Nothing to do: the next run disables and watches it again.'),
    RK8006: (0,errorKinds/* code */.aY)('broken', 'a wait took too long', 'See what it waits for, then run release.'),
    RK8007: (0,errorKinds/* code */.aY)('refused', 'a public record would contain a secret value', 'Look at what the message names; rotate the value if it may have been exposed elsewhere.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/storeCodes.js

/** The store. */
const STORE = {
    RK4001: (0,errorKinds/* code */.aY)('denied', 'the store refuses access', 'Add the permission named above to the policy.'),
    RK4002: (0,errorKinds/* code */.aY)('gone', 'the secret or version is not in the store', 'Check the path; for a first key create the secret with its other fields, or leave it out.'),
    RK4003: (0,errorKinds/* code */.aY)('conflict', 'the value changed during the rotation', 'Find out who wrote it; the next run starts from the value that is there now.', { changedByOthers: true }),
    RK4004: (0,errorKinds/* code */.aY)('conflict', 'the staging slot is held by another rotation', 'Wait for it, or free the slot once you know that rotation is over.'),
    RK4005: (0,errorKinds/* code */.aY)('transient', 'the store is not reachable', 'Nothing is lost; the next run continues.'),
    RK4006: (0,errorKinds/* code */.aY)('broken', 'the store gave an invalid answer', 'Check that the address is that of the store, not of a proxy.'),
    RK4007: (0,errorKinds/* code */.aY)('denied', 'this value may not go there', 'Add the origin to rekey_origins in the metadata of the secret, or correct the origin in the config.'),
    RK4008: (0,errorKinds/* code */.aY)('broken', 'the value in the store cannot be a key', 'Store the key without control characters.'),
    RK4009: (0,errorKinds/* code */.aY)('config', 'the store drops old versions too early', 'Raise max_versions or delete_version_after above the grace period.'),
    RK4010: (0,errorKinds/* code */.aY)('unknown', 'the store did not answer', 'Rekey checks what is there before it writes again.'),
    RK4011: (0,errorKinds/* code */.aY)('throttled', 'the store asks us to slow down', 'The next run continues.'),
    RK4012: (0,errorKinds/* code */.aY)('config', 'the id field does not hold an id', 'Correct id_field of the key. If the field holds an id that no longer exists, remove the field from the secret.'),
    RK4013: (0,errorKinds/* code */.aY)('gone', 'the secret was deleted', 'Undelete it; for a first key delete its metadata, and with it all its versions.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/vendorCodes.js

/** The vendor. */
const VENDOR = {
    RK5001: (0,errorKinds/* code */.aY)('denied', 'the vendor refuses the admin key', 'Check the admin key and its rights.'),
    RK5002: (0,errorKinds/* code */.aY)('full', 'the vendor is at its limit of keys', 'Delete a key that is no longer needed, then run again.'),
    RK5003: (0,errorKinds/* code */.aY)('config', 'the id of the key in use is not known', 'Add whoami to the vendor, store the id next to the value, or set key_id: in the config.'),
    RK5004: (0,errorKinds/* code */.aY)('gone', 'the vendor does not know this id', 'Check the id at the vendor.'),
    RK5005: (0,errorKinds/* code */.aY)('broken', 'the vendor gave an invalid answer', 'Compare the description of the vendor with its documentation.'),
    RK5006: (0,errorKinds/* code */.aY)('transient', 'the vendor is not reachable', 'Nothing is lost; the next run continues.'),
    RK5007: (0,errorKinds/* code */.aY)('unknown', 'the vendor did not answer', 'Rekey checks at the vendor what happened before it does anything else.'),
    RK5008: (0,errorKinds/* code */.aY)('throttled', 'the vendor asks us to slow down', 'The next run continues.'),
    RK5009: (0,errorKinds/* code */.aY)('refused', 'the new key is not new', 'Check the create request: it must return a key that did not exist before.'),
    RK5010: (0,errorKinds/* code */.aY)('refused', 'the vendor refuses the new key', 'Check the verify request, and how long a new key takes to become usable.'),
    RK5011: (0,errorKinds/* code */.aY)('refused', 'the vendor refuses the key in use', 'Check key_header and verify of the vendor. If they are right, consumers may already be failing: look at the vendor now.'),
    RK5012: (0,errorKinds/* code */.aY)('broken', 'the id belongs to another key', 'The old key was enabled again; correct the id.'),
    RK5013: (0,errorKinds/* code */.aY)('broken', 'the revoked key is still accepted', 'Revoke it by hand, and check how long this vendor takes to apply a revocation.'),
    RK5014: (0,errorKinds/* code */.aY)('broken', 'what should be the id of a key is not an id', 'Correct the pointer to the id, id_field or key_id.'),
    RK5015: (0,errorKinds/* code */.aY)('refused', "the vendor's list lacks the key in use", 'Describe next: under list:, raise max_pages, or remove a filter; then run doctor.'),
    RK5016: (0,errorKinds/* code */.aY)('refused', 'the vendor refuses the previous key', 'The new key stays current.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/codes/workloadCodes.js

/** Deploys and checks. */
const WORKLOADS = {
    RK6001: (0,errorKinds/* code */.aY)('denied', 'the deploy was refused', 'Add the permission named above.'),
    RK6002: (0,errorKinds/* code */.aY)('refused', 'the deploy failed', 'See the run named above; the old key still works.'),
    RK6003: (0,errorKinds/* code */.aY)('transient', 'the deployer is not reachable', 'The next run continues.'),
    RK6004: (0,errorKinds/* code */.aY)('unknown', 'the deployer did not answer', 'Rekey looks for the rollout before it starts another one.'),
    RK6005: (0,errorKinds/* code */.aY)('refused', 'a workload is unhealthy', 'Look at the workload; the old key still works.'),
    RK6006: (0,errorKinds/* code */.aY)('gone', 'the workload or workflow does not exist, or cannot be started', 'Correct the name in the config, or the workflow named above.'),
    RK6007: (0,errorKinds/* code */.aY)('transient', 'the probe saw no data', 'Find out why the probe has no data; a check without data never passes.'),
    RK6008: (0,errorKinds/* code */.aY)('transient', 'a workload is unhealthy before the old key is revoked', 'Find out why; the old key still works, and the rotation continues once all workloads are healthy.'),
};

;// CONCATENATED MODULE: ./.build/src/domain/errorCodes.js








/** Every code there is. 1 inputs · 2 config · 3 identity · 4 store · 5 vendor · 6 workloads · 7 journal and claims · 8 policy · 9 network and bugs. */
const CODES = {
    ...INPUTS,
    ...IDENTITY,
    ...STORE,
    ...VENDOR,
    ...WORKLOADS,
    ...JOURNAL,
    ...RULES,
    ...NETWORK,
};
/** @param text a word of a journal, which may be anything */
const isCode = (text) => Object.hasOwn(CODES, text);


/***/ }),

/***/ "src/domain/errorKinds":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ kindInfo),
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
/* unused harmony export KINDS */
/* harmony import */ var _tools_time__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/domain/tools/time");

/** The kind of an error decides what is done about it. */
const KINDS = {
    config: {
        means: 'an input or the config is wrong',
        then: 'it stops and says so',
        nothingDone: true,
        silent: true,
        harmless: true,
        exit: 2,
    },
    denied: { means: 'a right is missing', then: 'it stops and says so', nothingDone: true },
    throttled: {
        means: 'a server asks to slow down',
        then: 'it waits, and tries again',
        patience: _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_,
        passes: true,
        nothingDone: true,
        silent: true,
        resumes: true,
    },
    transient: {
        means: 'a server cannot be reached, or has an error',
        then: 'it tries again',
        patience: _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_,
        passes: true,
        nothingDone: true,
        silent: true,
        resumes: true,
    },
    unknown: {
        means: 'a call was sent, and its answer was lost',
        then: 'it looks at what happened before it does anything else',
        patience: _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_,
        passes: true,
        resumes: true,
    },
    broken: {
        means: 'an answer that Rekey does not understand',
        then: 'it tries again, then stops and says so',
        patience: 10 * _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY,
    },
    full: {
        means: 'the limit of the vendor',
        then: 'someone must delete a key to make room',
        nothingDone: true,
    },
    conflict: {
        means: 'somebody else changed it',
        then: 'the next run starts from what is there now',
        resumes: true,
    },
    gone: { means: 'it is not there', then: 'it stops and says so, or takes it as done' },
    refused: {
        means: 'a verdict, such as that a credential is not accepted',
        then: 'it undoes the rotation, or stops and says so',
        nothingDone: true,
    },
};
const code = (kind, title, next, traits = {}) => ({
    kind,
    title,
    next,
    ...traits,
});
const INFO = KINDS;
const kindInfo = (kind) => INFO[kind];


/***/ }),

/***/ "src/domain/errors":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xd: () => (/* binding */ retold),
/* harmony export */   Z$: () => (/* binding */ RekeyError),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   fq: () => (/* binding */ asRekeyError)
/* harmony export */ });
/* harmony import */ var _errorCodes__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/domain/errorCodes");
/* harmony import */ var _errorKinds__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/domain/errorKinds");
/* harmony import */ var _paused__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/domain/paused");
/* harmony import */ var _processKilled__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/domain/processKilled");




/**
 * The only error class. The code says what is wrong, and its kind alone decides what the engine does.
 * The message takes ids, names and numbers, never a body and never a value; foreign text goes through `codeSpan` first.
 */
class RekeyError extends Error {
    code;
    next;
    where;
    retryAfter;
    all;
    constructor(code, message, details = {}) {
        super(message);
        this.name = 'RekeyError';
        this.code = code;
        this.next = details.next ?? _errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .L[code].next;
        if (details.where)
            this.where = details.where;
        if (details.retryAfter !== undefined)
            this.retryAfter = details.retryAfter;
        this.all = details.all ?? [];
    }
    get kind() {
        return _errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .L[this.code].kind;
    }
    /** What follows from its kind. */
    get traits() {
        return (0,_errorKinds__WEBPACK_IMPORTED_MODULE_1__/* .kindInfo */ .PQ)(this.kind);
    }
    /** One line: `RK2104 .github/rekey.yml:38  keys.a.used_by: … Next: …` */
    get line() {
        if (this.all.length > 1)
            return this.message;
        const at = this.where ? `${this.where.file}${this.where.line ? `:${this.where.line}` : ''}  ` : '';
        const path = this.where?.path ? `${this.where.path}: ` : '';
        return `${this.code} ${at}${path}${this.message} Next: ${this.next}`;
    }
}
/** The same failure in the words of another part. Its next step stays, where it says more than what its code says anyhow. */
function retold(error, code, message) {
    return new RekeyError(code, message, {
        ...(error.next === _errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .L[error.code].next ? {} : { next: error.next }),
        ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    });
}
/** Several problems as one error; a single problem stays itself. */
function together(problems) {
    const [first] = problems;
    if (problems.length === 1)
        return first;
    const lines = problems.map((problem) => problem.line).join('\n');
    return new RekeyError(first.code, `${problems.length} problems:\n${lines}`, {
        next: first.next,
        all: problems,
    });
}
/** Anything thrown, as one of ours. What is not ours is a bug: its message is dropped, because it may hold a value. */
function asRekeyError(thrown) {
    if (thrown instanceof RekeyError)
        return thrown;
    if (thrown instanceof _processKilled__WEBPACK_IMPORTED_MODULE_3__/* .ProcessKilled */ .n || thrown instanceof _paused__WEBPACK_IMPORTED_MODULE_2__/* .Paused */ .h)
        throw thrown;
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    return new RekeyError('RK9900', `An unexpected ${name} was thrown${frames(thrown)}.`);
}
/** Where it was thrown: function names and positions only, because they can hold no value. */
function frames(thrown) {
    const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
    const found = [...stack.matchAll(/^ {4}at (?:async )?([\w.<>#]+) \(.*?([\w.]+:\d+):\d+\)$/gm)].slice(0, 4);
    return found.length === 0
        ? ''
        : ` in ${found.map(([, name, at]) => `${name ?? ''} (${at ?? ''})`).join(' < ')}`;
}


/***/ }),

/***/ "src/domain/journal/rowId":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ ROTATION_ID),
/* harmony export */   SF: () => (/* binding */ isRotationId),
/* harmony export */   V1: () => (/* binding */ rowParts)
/* harmony export */ });
const SHAPE = /^(forward|back|discard|abandon)\/([a-z]+)(?::(.*))?$/s;
/** `forward/deploy:payment-service` in its parts; undefined for anything else, since a journal may be forged. */
function rowParts(id) {
    const [, pass, step, unit] = SHAPE.exec(id) ?? [];
    if (pass === undefined || step === undefined)
        return undefined;
    const parts = { pass: pass, step: step };
    return unit === undefined ? parts : { unit, ...parts };
}
/** Rotations are named by ourselves, and the name is part of paths; it may hold a point, for clocks may have fractions. */
const ROTATION_ID = /^[\w-][\w.-]{0,63}$/;
const isRotationId = (text) => ROTATION_ID.test(text);


/***/ }),

/***/ "src/domain/paused":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ Paused)
/* harmony export */ });
/**
 * Cancelled by a person or a runner: this process ends here, and a later run continues. It is no error, so nobody who handles errors handles
 * it; `asRekeyError` throws it on.
 */
class Paused extends Error {
    constructor() {
        super('this run is to end');
        this.name = 'Paused';
    }
}


/***/ }),

/***/ "src/domain/processKilled":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ProcessKilled)
/* harmony export */ });
/**
 * The process is dead: a simulation ends it in the middle of a call. Nobody may handle this, because a dead process does
 * nothing more; `asRekeyError` throws it on.
 */
class ProcessKilled extends Error {
    constructor() {
        super('the process was killed');
        this.name = 'ProcessKilled';
    }
}


/***/ }),

/***/ "src/domain/secret":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SecretValue),
/* harmony export */   o: () => (/* binding */ SecretText)
/* harmony export */ });
/**
 * The only holder of a secret value. It prints, serialises and inspects as a mask, and it knows the origins it may
 * travel to. The HTTP port reveals it at the last moment, and only towards one of those origins.
 */
const MASK = '***';
/** Shorter values are found in innocent texts. */
const SHORTEST = 5;
const inspect = Symbol.for('nodejs.util.inspect.custom');
const listeners = new Set();
class SecretValue {
    #value;
    #origins;
    constructor(value, origins) {
        this.#value = value;
        this.#origins = new Set(origins);
    }
    /** @param origins the only origins (scheme, host, port) this value may be sent to; empty: nowhere. */
    static of(value, origins) {
        const secret = new SecretValue(value, origins);
        for (const listener of listeners)
            listener(secret);
        return secret;
    }
    /**
     * Called with each new value before anybody else sees it, so that it is masked as soon as it exists. The program sets
     * one listener, the masker. This is the only state of the domain that outlives a call, for values are made everywhere.
     * @returns takes the listener away again
     */
    static onCreate(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
    }
    /**
     * The same value, allowed to travel to these origins instead. Called where a secret leaves its store for a part, where values of a key go
     * to its vendor, and where an adapter signs or logs in: `grep boundTo` is the list.
     */
    boundTo(origins) {
        return new SecretValue(this.#value, origins);
    }
    static fitsInHeader(text) {
        return [...text].every((c) => c >= ' ' && c !== '\u007f' && c <= '\u00ff');
    }
    mayTravelTo(origin) {
        return this.#origins.has(origin);
    }
    get origins() {
        return this.#origins;
    }
    /** For masking in the runner and for the HTTP port; a lint rule refuses every other caller. */
    reveal() {
        return this.#value;
    }
    equals(other) {
        return this.#value === other.#value;
    }
    /** True when the value is exactly this public text, such as an id that a vendor lists. */
    isText(text) {
        return this.#value === text;
    }
    /** True when the value stands somewhere in this text. Very short values stand everywhere, so they count as absent. */
    isWithin(text) {
        const value = this.#value.trim();
        return value.length >= SHORTEST && text.includes(value);
    }
    /** True when both are the same but for white space at the ends (a value pasted by hand often ends in a newline). */
    equalsTrimmed(other) {
        return this.#value.trim() === other.#value.trim();
    }
    get isEmpty() {
        return this.#value.length === 0;
    }
    /** Why it cannot be sent in a header, without a word of it; undefined: it can. */
    get headerFault() {
        if (this.#value === '')
            return 'it is empty';
        if (this.fitsInHeader)
            return undefined;
        if (/[\r\n]$/.test(this.#value))
            return 'it ends in a line break';
        return [...this.#value].some((c) => c > '\u00ff')
            ? 'it holds a character beyond Latin-1, such as a curly quote'
            : 'it holds a control character';
    }
    /** False when the value holds a control character or one beyond Latin-1, and so can be no HTTP header. */
    get fitsInHeader() {
        return SecretValue.fitsInHeader(this.#value);
    }
    /**
     * The public id inside a value: `SG.` and `.` find the middle of `SG.id.secret`. Undefined when it is not there, and when it
     * is longer than half of the value: then it is no id but the secret.
     */
    publicId(after, before) {
        if (!this.#value.startsWith(after))
            return undefined;
        const end = this.#value.indexOf(before, after.length);
        const found = this.#value.slice(after.length, end);
        return end <= after.length || found.length * 2 > this.#value.length ? undefined : found;
    }
    toString() {
        return MASK;
    }
    toJSON() {
        return MASK;
    }
    [inspect]() {
        return MASK;
    }
}
/** A text with secrets inside, such as `Bearer ` + token; only the HTTP port joins it. */
class SecretText {
    pieces;
    /** base64: the joined pieces are encoded as a whole, as `Authorization: Basic` wants `user:password`. */
    encoding;
    constructor(pieces, encoding = 'plain') {
        this.pieces = pieces;
        this.encoding = encoding;
    }
    toString() {
        return MASK;
    }
    toJSON() {
        return MASK;
    }
    [inspect]() {
        return MASK;
    }
}


/***/ }),

/***/ "src/domain/tools/address":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ isReference),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Ys: () => (/* binding */ ADDRESS_RULE),
/* harmony export */   fu: () => (/* binding */ isOrigin)
/* harmony export */ });
/** 127.0.0.0/8 and ::1 as a URL writes them, and the names of https://www.rfc-editor.org/rfc/rfc6761#section-6.3. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]|([\w-]+\.)*localhost\.?)$/;
/** True when the host of a URL is this machine itself. What a name really leads to is checked at connection time. */
const isLoopback = (hostname) => LOOPBACK.test(hostname);
/**
 * An address that may stand in a config: https and no password in it. Plain http is accepted here for loopback only, and by
 * the HTTP port on a laptop and in the sandbox only.
 */
function isAddress(text) {
    if (!URL.canParse(text))
        return false;
    const url = new URL(text);
    const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
    return safe && url.username === '' && url.password === '';
}
/** What is said of a text that is no such address. */
const ADDRESS_RULE = 'must be an https address without a password (plain http: for loopback only)';
/** Scheme, host and port, written as browsers do: no path, no slash at the end, lower case. */
const isOrigin = (text) => isAddress(text) && new URL(text).origin === text;
/** The shape of a reference to a value in a store, `store:path#field`; the config checks that it leads somewhere. */
const isReference = (text) => !isAddress(text) && /^([^:#\s]+:)?[^:#\s/]+(\/[^#\s/]+)*#[^#\s]+$/.test(text);


/***/ }),

/***/ "src/domain/tools/text":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   GJ: () => (/* binding */ onOneLine),
/* harmony export */   MT: () => (/* binding */ sentenceList),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   VI: () => (/* binding */ beginningOf),
/* harmony export */   VP: () => (/* binding */ defuse),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   lP: () => (/* binding */ onLines),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
const LONGEST = 120;
/** Nothing in it is invisible: most texts are like this, and a report has many. */
const PLAIN = /^[ -~]*$/;
/**
 * What moves the cursor, turns the direction of a line, or is not there to the eye: control characters (a line break too), bidirectional
 * controls, spaces without width, tags, and halves of characters.
 */
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const INVISIBLE_BUT_NEWLINE = new RegExp(`(?!\\n)(?:${INVISIBLE.source})`, 'gu');
/** Nothing in it is invisible, and it is one line: fit for a name. */
const isPrintable = (text) => PLAIN.test(text) || onOneLine(text) === text;
/** Each character that is invisible or breaks a line becomes a space. */
const onOneLine = (text) => (PLAIN.test(text) ? text : text.replace(INVISIBLE, ' '));
/** The same for a text of several lines, as a log takes them. */
const onLines = (text) => text.replace(INVISIBLE_BUT_NEWLINE, ' ');
/** Text that came from a server, made harmless: no control characters, no workflow commands, no Markdown, no mentions. */
function defuse(foreign, longest = LONGEST) {
    const printable = onOneLine(foreign);
    const cut = printable.length > longest ? `${beginningOf(printable, longest)}…` : printable;
    return cut.replaceAll('`', "'").replaceAll('::', ': :').replaceAll('##[', '# #[').trim();
}
/** So many UTF-16 units at most, and never half a character: that is no text, and not everybody can write it down. */
function beginningOf(text, most) {
    return text.slice(0, most).replace(/\p{Cs}$/u, '');
}
/** A server or a file may well hold half a character, as `\ud83d` in JSON; in an address it cannot be written. */
const isWhole = (text) => !/\p{Cs}/u.test(text);
/** Foreign text as Markdown: a code span, in which neither mentions nor links nor HTML work. */
function codeSpan(foreign, longest = LONGEST) {
    const text = defuse(foreign, longest).replaceAll('|', '¦');
    return text === '' ? '' : `\`${text}\``;
}
/** For `sort`: the same order in every language and on every machine. */
const inOrder = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
/** A list as people write it: `a`, `a and b`, `a, b and c`. */
function sentenceList(words) {
    const last = words[words.length - 1] ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}


/***/ }),

/***/ "src/domain/tools/time":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z2: () => (/* binding */ SECOND),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   dp: () => (/* binding */ HOUR),
/* harmony export */   ne: () => (/* binding */ millis),
/* harmony export */   pY: () => (/* binding */ MINUTE),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   vg: () => (/* binding */ spoken),
/* harmony export */   z7: () => (/* binding */ when)
/* harmony export */ });
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const instant = (at) => new Date(at).toISOString();
const millis = (at) => Date.parse(at);
/** `2026-12-20 05:00 UTC`, for sentences. */
const when = (at) => `${instant(at).slice(0, 16).replace('T', ' ')} UTC`;
/** `26h`, `3d 4h`, `45s`: the two largest units, for people. */
function spoken(duration) {
    if (duration < SECOND)
        return `${Math.max(0, Math.round(duration))}ms`;
    const units = [
        ['d', DAY],
        ['h', HOUR],
        ['m', MINUTE],
        ['s', SECOND],
    ];
    const words = [];
    let rest = duration;
    for (const [name, size] of units) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0 && words.length < 2)
            words.push(`${count}${name}`);
        else if (words.length > 0)
            break;
    }
    return words.join(' ');
}


/***/ }),

/***/ "src/runtime/clock":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X_: () => (/* binding */ writeSpeed),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   qW: () => (/* binding */ readSpeed),
/* harmony export */   w3: () => (/* binding */ clockAt)
/* harmony export */ });
/** A longer timer would end at once; who waits looks at the clock again anyway. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** In the sandbox a program and its cloud share a faster time, so that minutes of waiting take seconds. */
function clockAt({ factor, since }) {
    return {
        now: () => since + (Date.now() - since) * factor,
        monotonic: () => performance.now() * factor,
        /** Does not keep the process alive after its signal was aborted. */
        sleep(duration, signal) {
            return new Promise((resolve) => {
                if (signal?.aborted === true) {
                    resolve();
                    return;
                }
                const end = () => {
                    clearTimeout(timer);
                    signal?.removeEventListener('abort', end);
                    resolve();
                };
                const timer = setTimeout(end, Math.min(duration / factor, LONGEST_TIMER));
                signal?.addEventListener('abort', end, { once: true });
            });
        },
    };
}
/** The real clock. */
const systemClock = clockAt({ factor: 1, since: 0 });
/** `20@1763633618000`: twenty times faster since then. Undefined for anything else. */
function readSpeed(text) {
    const [, factor, since] = /^([1-9]\d{0,2})@(\d{13})$/.exec(text ?? '') ?? [];
    return factor === undefined || since === undefined
        ? undefined
        : { factor: Number(factor), since: Number(since) };
}
const writeSpeed = ({ factor, since }) => `${factor}@${since}`;


/***/ }),

/***/ "src/runtime/earlyEnd":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ endEarly),
/* harmony export */   j: () => (/* binding */ failureSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/domain/tools/text");
/* harmony import */ var _errorJson__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/runtime/errorJson");



const STDOUT = 1;
const STDERR = 2;
/**
 * The end of a run that had not come to its command: a wrong input, or no token. The toolkit is not loaded yet, so its lines are written
 * by hand; and a stream would take as long to make as all the rest. @param json a program reads standard output
 * @returns the exit code
 */
function endEarly(error, variables, json = false) {
    for (const { line } of problemsOf(error))
        say(STDERR, `${line}\n`);
    if (variables['GITHUB_ACTIONS'] !== 'true') {
        const result = { v: 1, exit_code: 2, status: 'failed', errors: problemsOf(error).map(_errorJson__WEBPACK_IMPORTED_MODULE_2__/* .errorJson */ .d) };
        if (json)
            say(STDOUT, `${JSON.stringify(result, null, 2)}\n`);
        return 2;
    }
    say(STDOUT, `::error title=${error.code}::${escaped(error.line)}\n`);
    append(variables['GITHUB_OUTPUT'], 'status=failed\n');
    append(variables['GITHUB_STEP_SUMMARY'], failureSummary(error));
    return 2;
}
/** A reader that is gone is no reason to fail otherwise. */
function say(stream, text) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(stream, text);
    }
    catch {
        // EPIPE.
    }
}
/** The page of a run that ended before it came to any key. */
function failureSummary(error) {
    const lines = problemsOf(error).map(({ line }) => `- ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(line, 1000)}`);
    return ['## Rekey: failed', '', ...lines, ''].join('\n');
}
const problemsOf = (error) => (error.all.length > 0 ? error.all : [error]);
/** A runner whose disk is full has said it in its log. */
function append(path, text) {
    try {
        if (path !== undefined && path !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(path, text);
    }
    catch {
        // Said above.
    }
}
/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');


/***/ }),

/***/ "src/runtime/errorJson":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ errorJson)
/* harmony export */ });
/** An error for programs: the pieces of its line. */
function errorJson({ code, message, next, where }) {
    return { code, message, next, ...where };
}


/***/ }),

/***/ "src/runtime/http/proxyAddress":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ withScheme),
/* harmony export */   n: () => (/* binding */ withoutLogin)
/* harmony export */ });
/** A proxy's address may hold a name and a password. */
const withoutLogin = (address) => address.replace(/^((?:[a-z]+:)?\/\/)?[^/]*@/i, '$1');
/** curl and the runner take an address without a scheme as http. */
const withScheme = (address) => /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;


/***/ }),

/***/ "src/runtime/terminal":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VJ: () => (/* binding */ writeErr),
/* harmony export */   jj: () => (/* binding */ keepGoingWithoutReader),
/* harmony export */   sD: () => (/* binding */ writeOut)
/* harmony export */ });
let listening = false;
/**
 * A reader that has seen enough (`| head -3`) closes the pipe. What is said after that is lost, and what is done continues: a
 * rotation must not die of it. Every other failure of a terminal is as harmless.
 */
function keepGoingWithoutReader() {
    if (listening)
        return;
    listening = true;
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => undefined);
}
/** To standard output, as it is: what is printed was cleaned by the log. */
function writeOut(text) {
    process.stdout.write(text);
}
/** To standard error, where the log goes when standard output is for a program. */
function writeErr(text) {
    process.stderr.write(text);
}


/***/ }),

/***/ "src/runtime/version":
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The release; a test holds it equal to package.json. */
const VERSION = '0.1.0';


/***/ }),

/***/ "ms/index":
/***/ ((module) => {

/**
 * Helpers.
 */

var s = 1000;
var m = s * 60;
var h = m * 60;
var d = h * 24;
var w = d * 7;
var y = d * 365.25;

/**
 * Parse or format the given `val`.
 *
 * Options:
 *
 *  - `long` verbose formatting [false]
 *
 * @param {String|Number} val
 * @param {Object} [options]
 * @throws {Error} throw an error if val is not a non-empty string or a number
 * @return {String|Number}
 * @api public
 */

module.exports = function (val, options) {
  options = options || {};
  var type = typeof val;
  if (type === 'string' && val.length > 0) {
    return parse(val);
  } else if (type === 'number' && isFinite(val)) {
    return options.long ? fmtLong(val) : fmtShort(val);
  }
  throw new Error(
    'val is not a non-empty string or a valid number. val=' +
      JSON.stringify(val)
  );
};

/**
 * Parse the given `str` and return milliseconds.
 *
 * @param {String} str
 * @return {Number}
 * @api private
 */

function parse(str) {
  str = String(str);
  if (str.length > 100) {
    return;
  }
  var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
    str
  );
  if (!match) {
    return;
  }
  var n = parseFloat(match[1]);
  var type = (match[2] || 'ms').toLowerCase();
  switch (type) {
    case 'years':
    case 'year':
    case 'yrs':
    case 'yr':
    case 'y':
      return n * y;
    case 'weeks':
    case 'week':
    case 'w':
      return n * w;
    case 'days':
    case 'day':
    case 'd':
      return n * d;
    case 'hours':
    case 'hour':
    case 'hrs':
    case 'hr':
    case 'h':
      return n * h;
    case 'minutes':
    case 'minute':
    case 'mins':
    case 'min':
    case 'm':
      return n * m;
    case 'seconds':
    case 'second':
    case 'secs':
    case 'sec':
    case 's':
      return n * s;
    case 'milliseconds':
    case 'millisecond':
    case 'msecs':
    case 'msec':
    case 'ms':
      return n;
    default:
      return undefined;
  }
}

/**
 * Short format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtShort(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return Math.round(ms / d) + 'd';
  }
  if (msAbs >= h) {
    return Math.round(ms / h) + 'h';
  }
  if (msAbs >= m) {
    return Math.round(ms / m) + 'm';
  }
  if (msAbs >= s) {
    return Math.round(ms / s) + 's';
  }
  return ms + 'ms';
}

/**
 * Long format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtLong(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return plural(ms, msAbs, d, 'day');
  }
  if (msAbs >= h) {
    return plural(ms, msAbs, h, 'hour');
  }
  if (msAbs >= m) {
    return plural(ms, msAbs, m, 'minute');
  }
  if (msAbs >= s) {
    return plural(ms, msAbs, s, 'second');
  }
  return ms + ' ms';
}

/**
 * Pluralization helper.
 */

function plural(ms, msAbs, n, name) {
  var isPlural = msAbs >= n * 1.5;
  return Math.round(ms / n) + ' ' + name + (isPlural ? 's' : '');
}


/***/ }),

/***/ "assert":
/***/ ((module) => {

"use strict";
module.exports = require("assert");

/***/ }),

/***/ "buffer":
/***/ ((module) => {

"use strict";
module.exports = require("buffer");

/***/ }),

/***/ "child_process":
/***/ ((module) => {

"use strict";
module.exports = require("child_process");

/***/ }),

/***/ "crypto":
/***/ ((module) => {

"use strict";
module.exports = require("crypto");

/***/ }),

/***/ "events":
/***/ ((module) => {

"use strict";
module.exports = require("events");

/***/ }),

/***/ "fs":
/***/ ((module) => {

"use strict";
module.exports = require("fs");

/***/ }),

/***/ "http":
/***/ ((module) => {

"use strict";
module.exports = require("http");

/***/ }),

/***/ "http2":
/***/ ((module) => {

"use strict";
module.exports = require("http2");

/***/ }),

/***/ "https":
/***/ ((module) => {

"use strict";
module.exports = require("https");

/***/ }),

/***/ "net":
/***/ ((module) => {

"use strict";
module.exports = require("net");

/***/ }),

/***/ "node:assert":
/***/ ((module) => {

"use strict";
module.exports = require("node:assert");

/***/ }),

/***/ "node:async_hooks":
/***/ ((module) => {

"use strict";
module.exports = require("node:async_hooks");

/***/ }),

/***/ "node:buffer":
/***/ ((module) => {

"use strict";
module.exports = require("node:buffer");

/***/ }),

/***/ "node:child_process":
/***/ ((module) => {

"use strict";
module.exports = require("node:child_process");

/***/ }),

/***/ "node:console":
/***/ ((module) => {

"use strict";
module.exports = require("node:console");

/***/ }),

/***/ "node:crypto":
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ "node:diagnostics_channel":
/***/ ((module) => {

"use strict";
module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ "node:dns":
/***/ ((module) => {

"use strict";
module.exports = require("node:dns");

/***/ }),

/***/ "node:events":
/***/ ((module) => {

"use strict";
module.exports = require("node:events");

/***/ }),

/***/ "node:fs":
/***/ ((module) => {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ "node:fs/promises":
/***/ ((module) => {

"use strict";
module.exports = require("node:fs/promises");

/***/ }),

/***/ "node:http":
/***/ ((module) => {

"use strict";
module.exports = require("node:http");

/***/ }),

/***/ "node:http2":
/***/ ((module) => {

"use strict";
module.exports = require("node:http2");

/***/ }),

/***/ "node:net":
/***/ ((module) => {

"use strict";
module.exports = require("node:net");

/***/ }),

/***/ "node:os":
/***/ ((module) => {

"use strict";
module.exports = require("node:os");

/***/ }),

/***/ "node:path":
/***/ ((module) => {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ "node:perf_hooks":
/***/ ((module) => {

"use strict";
module.exports = require("node:perf_hooks");

/***/ }),

/***/ "node:querystring":
/***/ ((module) => {

"use strict";
module.exports = require("node:querystring");

/***/ }),

/***/ "node:readline":
/***/ ((module) => {

"use strict";
module.exports = require("node:readline");

/***/ }),

/***/ "node:stream":
/***/ ((module) => {

"use strict";
module.exports = require("node:stream");

/***/ }),

/***/ "node:tls":
/***/ ((module) => {

"use strict";
module.exports = require("node:tls");

/***/ }),

/***/ "node:url":
/***/ ((module) => {

"use strict";
module.exports = require("node:url");

/***/ }),

/***/ "node:util":
/***/ ((module) => {

"use strict";
module.exports = require("node:util");

/***/ }),

/***/ "node:util/types":
/***/ ((module) => {

"use strict";
module.exports = require("node:util/types");

/***/ }),

/***/ "node:v8":
/***/ ((module) => {

"use strict";
module.exports = require("node:v8");

/***/ }),

/***/ "node:worker_threads":
/***/ ((module) => {

"use strict";
module.exports = require("node:worker_threads");

/***/ }),

/***/ "node:zlib":
/***/ ((module) => {

"use strict";
module.exports = require("node:zlib");

/***/ }),

/***/ "os":
/***/ ((module) => {

"use strict";
module.exports = require("os");

/***/ }),

/***/ "path":
/***/ ((module) => {

"use strict";
module.exports = require("path");

/***/ }),

/***/ "process":
/***/ ((module) => {

"use strict";
module.exports = require("process");

/***/ }),

/***/ "stream":
/***/ ((module) => {

"use strict";
module.exports = require("stream");

/***/ }),

/***/ "string_decoder":
/***/ ((module) => {

"use strict";
module.exports = require("string_decoder");

/***/ }),

/***/ "timers":
/***/ ((module) => {

"use strict";
module.exports = require("timers");

/***/ }),

/***/ "tls":
/***/ ((module) => {

"use strict";
module.exports = require("tls");

/***/ }),

/***/ "tty":
/***/ ((module) => {

"use strict";
module.exports = require("tty");

/***/ }),

/***/ "url":
/***/ ((module) => {

"use strict";
module.exports = require("url");

/***/ }),

/***/ "util":
/***/ ((module) => {

"use strict";
module.exports = require("util");

/***/ }),

/***/ "zlib":
/***/ ((module) => {

"use strict";
module.exports = require("zlib");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __nccwpck_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __nccwpck_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/config/which.js
var which = __nccwpck_require__("src/config/which");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __nccwpck_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __nccwpck_require__("src/domain/tools/time");
;// CONCATENATED MODULE: ./.build/src/config/commands.js
const COMMANDS = {
    rotate: { does: 'finishes what is open, adopts new entries, and rotates what is due', keys: 'may' },
    plan: { does: 'shows what rotate would do; logs in nowhere', keys: 'may' },
    doctor: { does: 'checks logins, permissions and settings, and says what to change', keys: 'may' },
    rehearse: {
        does: 'makes and proves a key on the real vendor, switches nothing, and ends it',
        keys: 'must',
    },
    rollback: { does: 'makes the previous key current again, while it lives', keys: 'must' },
    abandon: {
        does: 'gives up a rotation that is blocked: both keys stay alive, and a person decides about them',
        keys: 'must',
    },
    remove: { does: 'ends a key that nobody needs, with proof', keys: 'must' },
    hold: { does: 'stops a key before its next switch, disable or revoke', keys: 'must' },
    release: { does: 'ends a hold or a block', keys: 'must' },
    report: { does: 'makes the report and the evidence again, from the journal', keys: 'may' },
    'verify-evidence': { does: 'recomputes evidence from the journal and compares it', keys: 'never' },
    sandbox: { does: 'plays a rotation in a cloud on this machine', keys: 'never' },
};
/** Kept free for later. */
const LATER = ['emergency'];
const isCommand = (text) => Object.hasOwn(COMMANDS, text);

;// CONCATENATED MODULE: ./.build/src/config/inputTable.js

const inputTable_all = Object.keys(COMMANDS);
const withKeys = inputTable_all.filter((command) => COMMANDS[command].keys !== 'never');
const changing = [
    'rotate',
    'rehearse',
    'rollback',
    'abandon',
    'remove',
    'hold',
    'release',
];
const starting = ['rotate', 'rehearse', 'remove'];
/** Every input there is. action.yml, the README and the parser are made from this table. */
const INPUTS = {
    command: {
        type: 'command',
        does: `What to do: ${inputTable_all.filter((command) => command !== 'sandbox').join(', ')}.`,
        default: 'rotate',
        commands: inputTable_all,
    },
    config: {
        type: 'text',
        does: 'Path of the config; in a workflow it is read from the tip of the default branch.',
        default: '.github/rekey.yml',
        commands: inputTable_all,
    },
    keys: {
        type: 'list',
        does: 'Names of keys, separated by commas or lines. Selecting does not force: rotate acts on those that are due.',
        commands: withKeys,
    },
    select: {
        type: 'select',
        does: 'Keys by what they are, such as owner=team-payments,environment=production.',
        commands: withKeys,
    },
    now: {
        type: 'switch',
        does: 'true: rotate the selected keys although they are not due.',
        default: 'false',
        commands: ['rotate', 'plan'],
    },
    reason: {
        type: 'text',
        does: 'Why, in a sentence, for the ticket and the evidence. Never paste a key.',
        commands: [...changing, 'plan'],
    },
    confirm: {
        type: 'list',
        does: 'The names of the keys once more, where a run would change more keys than the limits allow.',
        commands: ['rotate', 'plan', 'remove'],
    },
    ticket: {
        type: 'text',
        does: 'Number of an existing ticket that the rotations of this run use instead of new ones.',
        commands: starting,
    },
    rotation: {
        type: 'text',
        does: 'Id of one rotation, where the command is about a past one.',
        commands: ['rollback', 'abandon', 'release', 'report', 'verify-evidence'],
    },
    base: {
        type: 'text',
        does: 'With plan: an older config to compare with, as a path, a branch or a commit; shows what changes in trust. With verify-evidence: the commit of the journal.',
        commands: ['plan', 'verify-evidence'],
    },
    init: {
        type: 'switch',
        does: 'With doctor, true: make the empty journal. Once, at the very beginning.',
        default: 'false',
        commands: ['doctor'],
    },
    evidence: {
        type: 'text',
        does: 'With verify-evidence: path of the evidence file to compare.',
        commands: ['verify-evidence'],
    },
    deadline: {
        type: 'duration',
        does: 'How long this step may take, such as 45m; keep it below the timeout of the job.',
        default: '50m',
        commands: inputTable_all,
    },
    scenario: {
        type: 'text',
        does: 'The scenario to play.',
        commands: ['sandbox'],
        laptop: true,
    },
    json: {
        type: 'switch',
        does: 'The result as one JSON object on standard output; the log goes to standard error.',
        default: 'false',
        commands: inputTable_all,
        laptop: true,
    },
    out: {
        type: 'text',
        does: 'Folder for plan, report, evidence and result.json, instead of .rekey in this folder.',
        commands: inputTable_all,
        laptop: true,
    },
    'github-token': {
        type: 'token',
        does: 'Token for the journal, tickets and deploys.',
        default: '${{ github.token }}',
        commands: inputTable_all,
    },
    'journal-token': {
        type: 'token',
        does: 'Token for the journal alone, such as that of an App for which the branch is reserved. Left out: github-token.',
        commands: inputTable_all,
    },
};
const isInput = (name) => Object.hasOwn(INPUTS, name);

// EXTERNAL MODULE: ./.build/src/config/suggest.js + 1 modules
var suggest = __nccwpck_require__("src/config/suggest");
;// CONCATENATED MODULE: ./.build/src/config/arguments.js



/** `rotate --keys a,b --now --config=x`: the command first, then options with the names of the inputs. */
function readArguments(argv, problems) {
    const values = {};
    const words = [...argv];
    if (words[0] !== undefined && !words[0].startsWith('-'))
        values.command = words.shift() ?? '';
    for (let word = words.shift(); word !== undefined; word = words.shift()) {
        const option = readOption(word, problems);
        if (!option)
            continue;
        const { name, text } = option;
        const value = text ?? valueIn(words);
        if (value !== undefined)
            values[name] = value;
        else if (infoOf(name).type === 'switch')
            values[name] = 'true';
        else
            problems.push(new errors/* RekeyError */.Z$('RK1002', `--${name} needs a value.`));
    }
    return values;
}
/** What stands after an option, unless the next option does. Also of a switch, so that `--init true` means what it says. */
function valueIn(words) {
    return words[0]?.startsWith('--') === true ? undefined : words.shift();
}
function readOption(word, problems) {
    const [, name = '', text] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (isInput(name) && infoOf(name).type !== 'token' && name !== 'command')
        return { name, text };
    const known = Object.keys(INPUTS).filter((known) => isInput(known) && infoOf(known).type !== 'token' && known !== 'command');
    const message = name in TOKENS
        ? `a token on the command line can be read by every process; set ${TOKENS[name] ?? ''} instead.`
        : name === ''
            ? 'there is a word where an option should be; options begin with "--".'
            : `${(0,suggest/* unknown */.L5)(`--${name}`, known.map((one) => `--${one}`))} is not an option.${(0,suggest/* didYouMean */.au)(name, known)}`;
    problems.push(new errors/* RekeyError */.Z$('RK1002', message));
    return undefined;
}
/** The variable that holds it on a laptop. */
const TOKENS = {
    'github-token': 'GITHUB_TOKEN',
    'journal-token': 'REKEY_JOURNAL_TOKEN',
};
function infoOf(name) {
    return INPUTS[name];
}

// EXTERNAL MODULE: ./.build/src/config/duration.js
var duration = __nccwpck_require__("src/config/duration");
// EXTERNAL MODULE: ./.build/src/config/names.js
var config_names = __nccwpck_require__("src/config/names");
// EXTERNAL MODULE: ./.build/src/config/selector.js
var selector = __nccwpck_require__("src/config/selector");
;// CONCATENATED MODULE: ./.build/src/config/inputs.js












/**
 * Reads the inputs of the action, or the arguments on a laptop. Throws all problems at once. Nothing heavy is loaded
 * before this, so a wrong input is reported as fast as Node starts.
 * @param json the variable REKEY_INPUTS: all inputs but the token @param argv what stands after the program's name
 */
function readInputs(json, argv) {
    const problems = [];
    const given = { ...readVariable(json, problems), ...readArguments(argv, problems) };
    const command = readCommand(given.command, problems);
    const inputs = command === undefined ? undefined : convert(command, given, problems);
    const [first, ...rest] = problems;
    if (first || !inputs)
        throw (0,errors/* together */.bs)([first ?? new errors/* RekeyError */.Z$('RK9900', 'no command was read.'), ...rest]);
    return inputs;
}
function readVariable(json, problems) {
    if (json === undefined)
        return {};
    const values = {};
    for (const [name, value] of Object.entries(parseObject(json))) {
        if (typeof value !== 'string' || !isInput(name) || isForLaptop(name)) {
            problems.push(new errors/* RekeyError */.Z$('RK1002', `REKEY_INPUTS holds ${(0,suggest/* unknown */.L5)(name, Object.keys(INPUTS))}, which is no input.`));
        }
        else if (value.trim() !== '')
            values[name] = value.trim();
    }
    return values;
}
const isForLaptop = (name) => INPUTS[name].laptop === true;
function parseObject(json) {
    try {
        const value = JSON.parse(json);
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Said below, without the text: it may hold anything.
    }
    throw new errors/* RekeyError */.Z$('RK1002', 'the variable REKEY_INPUTS is no JSON object.', {
        next: 'Use the action as it is released; its action.yml sets the variable.',
    });
}
function readCommand(given, problems) {
    const word = given ?? INPUTS.command.default;
    if (isCommand(word))
        return word;
    const later = LATER.includes(word);
    const message = later
        ? `${(0,suggest/* quoted */.TL)(word)} comes later; this release does not have it.`
        : `${(0,suggest/* unknown */.L5)(word, Object.keys(COMMANDS))} is not a command.${(0,suggest/* didYouMean */.au)(word, Object.keys(COMMANDS))}`;
    problems.push(new errors/* RekeyError */.Z$('RK1001', message));
    return undefined;
}
function convert(command, given, problems) {
    const wrong = (name, rule) => {
        problems.push(new errors/* RekeyError */.Z$('RK1002', `${name}: ${rule}${rule.endsWith('?') ? '' : '.'}`));
    };
    for (const name of Object.keys(given).filter(isInput)) {
        if (!isTaken(command, name, given[name])) {
            problems.push(new errors/* RekeyError */.Z$('RK1003', `${command} takes no ${name}.`));
        }
    }
    for (const name of ONE_LINE) {
        if (!(0,tools_text/* isPrintable */.C2)(given[name] ?? ''))
            wrong(name, 'holds a character that cannot be seen');
    }
    if (given.rotation !== undefined && !(0,rowId/* isRotationId */.SF)(given.rotation))
        wrong('rotation', 'must be the id of a rotation, such as report shows it');
    const texts = Object.fromEntries(['reason', 'ticket', 'rotation', 'base', 'evidence', 'scenario', 'out']
        .filter((name) => given[name] !== undefined)
        .map((name) => [name, given[name]]));
    const inputs = {
        command,
        config: given.config ?? INPUTS.config.default,
        keys: readNames('keys', given.keys, wrong),
        select: (0,selector/* readSelector */.Id)(given.select, (rule) => wrong('select', rule)),
        now: readSwitch('now', given.now, wrong),
        confirm: readNames('confirm', given.confirm, wrong),
        init: readSwitch('init', given.init, wrong),
        json: readSwitch('json', given.json, wrong),
        deadline: readDeadline(given.deadline ?? INPUTS.deadline.default, wrong),
        ...texts,
    };
    if (inputs.ticket !== undefined && !/^#?\w[\w-]{0,39}$/.test(inputs.ticket))
        wrong('ticket', 'must be the number of a ticket, such as 812');
    checkTogether(COMMANDS[command], inputs, given, problems);
    return inputs;
}
/** They stand in addresses, file names and lines of the log; of a reason each such character becomes a space. */
const ONE_LINE = ['config', 'ticket', 'rotation', 'base', 'evidence', 'scenario'];
/** A form passes all its fields to every command: a switch that is off, and a default, say nothing. */
function isTaken(command, name, value) {
    const info = INPUTS[name];
    return info.commands.includes(command) || value === info.default;
}
function checkTogether({ keys }, { command, ...inputs }, given, problems) {
    const selected = given.keys !== undefined || given.select !== undefined;
    if (given.keys !== undefined && given.select !== undefined) {
        problems.push(new errors/* RekeyError */.Z$('RK1003', 'keys and select are both given; they may mean different keys.'));
    }
    if (keys === 'must' && !selected) {
        const message = `${command} changes only what is named: it needs keys or select.`;
        problems.push(new errors/* RekeyError */.Z$('RK1002', message, { next: 'Add keys, such as keys: gateway-prod.' }));
    }
    if (command === 'verify-evidence' && inputs.evidence === undefined) {
        const message = 'verify-evidence compares a file: it needs evidence.';
        const next = 'Give the path of an evidence.json, from the ticket or the artifact, as evidence.';
        problems.push(new errors/* RekeyError */.Z$('RK1002', message, { next }));
    }
    if (inputs.now && !selected) {
        const message = 'now forces a rotation, so it needs keys or select: without them it would mean every key.';
        problems.push(new errors/* RekeyError */.Z$('RK1002', message, { next: 'Name the keys.' }));
    }
}
function readNames(name, text, wrong) {
    const names = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
    const odd = names.flatMap((word, at) => ((0,config_names/* isName */.Eo)(word) ? [] : [at]));
    if (odd.length > 0)
        wrong(name, `each must be ${config_names/* nameRule */.Mp}; ${(0,which/* whichOf */.D)(odd, names)} not`);
    return [...new Set(names)];
}
function readSwitch(name, text, wrong) {
    if (text !== undefined && text !== 'true' && text !== 'false')
        wrong(name, 'must be true or false');
    return text === 'true';
}
const LONGEST_STEP = time/* DAY */.d_;
function readDeadline(text, wrong) {
    const value = (0,duration/* parseDuration */.E9)(text);
    // The claim lives as long: a slip such as 45d would keep everybody else from the key until then.
    if (value === undefined || value < time/* MINUTE */.pY || value > LONGEST_STEP)
        wrong('deadline', 'must be a duration from a minute to 24 hours, such as 45m');
    return value ?? 0;
}

;// CONCATENATED MODULE: ./.build/src/config/nodeVersion.js

const OLDEST = 20;
/** The error to show when this Node is too old. @param version such as `v18.19.1`, from process.version */
function nodeTooOld(version) {
    const major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
    if (major >= OLDEST)
        return undefined;
    return new errors/* RekeyError */.Z$('RK1007', `Rekey needs Node ${OLDEST} or newer, and this is ${version}.`);
}

;// CONCATENATED MODULE: ./.build/src/config/help.js

const EXITS = {
    0: 'fine, also when it waits',
    1: 'failed or undone',
    2: 'a wrong input or config; nothing was done',
    3: 'production is at risk, or the journal is lost',
};
const HELP = {
    rotate: {
        more: [
            'Without keys: what a schedule runs. With --now the keys that are named are replaced although they are not due.',
            'A grace period that is longer than a few minutes ends the process; the next rotate continues.',
        ],
        example: 'rotate --keys gateway-prod --now',
    },
    plan: {
        more: [
            'It reads config and journal, and changes nothing.',
            'With --base it shows what a change of the config means for trust.',
        ],
        example: 'plan --base main',
        exits: { 0: 'a plan was made, whatever is in it' },
    },
    doctor: {
        more: [
            'Without a config it prints files to start from. It changes nothing but, with --init, the empty journal.',
        ],
        example: 'doctor --init',
        exits: { 0: 'nothing that was looked at needs you', 1: 'something needs you' },
    },
    rehearse: {
        more: [
            'Every permission and request is tried: the new key is made, staged, tried, and ended with proof. Consumers keep theirs.',
        ],
        example: 'rehearse --keys gateway-prod',
    },
    rollback: {
        more: [
            'It takes over from a run that is at work. What was switched is switched back; the newer key dies by the whole way.',
        ],
        example: 'rollback --keys gateway-prod --reason "errors in orders"',
    },
    abandon: {
        more: ['Nothing dies, and the evidence names what is alive.'],
        example: 'abandon --keys gateway-prod --reason "settled by hand"',
    },
    remove: {
        more: ['It waits for whoever still uses the key, and revokes it only when nobody does.'],
        example: 'remove --keys gateway-old',
    },
    hold: {
        more: ['Until release; rotations that wait go on waiting.'],
        example: 'hold --keys gateway-prod --reason "release freeze"',
    },
    release: { more: ['The next rotate continues.'], example: 'release --keys gateway-prod' },
    report: {
        more: ['With --rotation the evidence of one rotation is made again.'],
        example: 'report --out report',
        exits: { 0: 'a report was made, whatever is in it' },
    },
    'verify-evidence': {
        more: [
            'The file is compared with what the journal says now, or said at the commit that --base names. The first difference is shown.',
        ],
        example: 'verify-evidence --evidence evidence.json',
        exits: { 0: 'equal', 1: 'different' },
    },
    sandbox: { more: [], example: 'sandbox --scenario happy' },
};
/** The keys that a command takes, as a sentence. */
function aboutKeys(command) {
    const { keys } = COMMANDS[command];
    if (keys === 'never')
        return 'It takes no keys.';
    return keys === 'may' ? 'Without --keys or --select: all keys.' : 'It needs --keys or --select.';
}

;// CONCATENATED MODULE: ./.build/src/config/usage.js



const PROGRAM = 'node dist/index.js';
const options = () => Object.entries(INPUTS).filter(([name, { type }]) => name !== 'command' && name !== 'scenario' && type !== 'token');
const ASKING = ['help', '--help', '-h'];
/**
 * The text that was asked for, if one was. Nothing at all on a command line asks for help too: `rotate` has to be said.
 * @param words what stands after the program's name @param inAction the inputs are those of the action
 */
function helpFor(words, inAction, version) {
    const [first] = words;
    if (first === undefined)
        return inAction ? undefined : usage(version);
    if (first === '--version')
        return `rekey ${version}\n`;
    if (!words.some((word, at) => ASKING.includes(word) && (at === 0 || word !== 'help')))
        return undefined;
    // The sandbox has options of its own.
    const command = words.find((word) => isCommand(word));
    if (command === 'sandbox' && first === 'sandbox')
        return undefined;
    if (command !== undefined)
        return commandUsage(command);
    return ASKING.includes(first) ? usage(version) : undefined;
}
/** What `--help` prints: commands, options, and how to begin. */
function usage(version) {
    return [
        `rekey ${version}: replaces API keys without downtime`,
        '',
        `${PROGRAM} <command> [--option value] …      in a workflow the same words are inputs of the action`,
        '',
        'Commands; each explains itself with --help',
        ...table(Object.entries(COMMANDS).map(([name, { does }]) => [name, does])),
        '',
        'Options',
        ...table(options().map(([name, info]) => [`--${name}`, info.does])),
        '',
        'To begin',
        ...table([
            [`${PROGRAM} sandbox`, 'a whole rotation in a cloud on this machine; --help lists what else it plays'],
            [`${PROGRAM} doctor`, 'without a config it prints the files to paste'],
            [`${PROGRAM} plan`, 'what rotate would do'],
        ]),
        '',
    ].join('\n');
}
/** What `<command> --help` prints: what it does, the options it takes, an example, what its exit codes mean. */
function commandUsage(command) {
    const { more, example, exits = {} } = HELP[command];
    const taken = options().filter(([, { commands }]) => commands.includes(command));
    return [
        `rekey ${command}: ${COMMANDS[command].does}`,
        '',
        ...more,
        aboutKeys(command),
        '',
        'Options',
        ...table(taken.map(([name, info]) => [`--${name}`, `${info.does}${defaultOf(info)}`])),
        '',
        'Example',
        `  ${PROGRAM} ${example}`,
        '',
        'Exit codes',
        ...table(Object.entries({ ...EXITS, ...exits })),
        '',
    ].join('\n');
}
const defaultOf = ({ default: value, type }) => value === undefined || type === 'switch' ? '' : ` Default: ${value}.`;
function table(rows) {
    const width = Math.max(...rows.map(([name]) => name.length));
    return rows.map(([name, does]) => `  ${name.padEnd(width)}  ${does}`);
}

// EXTERNAL MODULE: ./.build/src/runtime/earlyEnd.js
var earlyEnd = __nccwpck_require__("src/runtime/earlyEnd");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__("node:path");
// EXTERNAL MODULE: ./.build/src/domain/tools/address.js
var tools_address = __nccwpck_require__("src/domain/tools/address");
// EXTERNAL MODULE: ./.build/src/domain/secret.js
var domain_secret = __nccwpck_require__("src/domain/secret");
// EXTERNAL MODULE: ./.build/src/runtime/clock.js
var clock = __nccwpck_require__("src/runtime/clock");
// EXTERNAL MODULE: ./.build/src/runtime/http/proxyAddress.js
var proxyAddress = __nccwpck_require__("src/runtime/http/proxyAddress");
;// CONCATENATED MODULE: ./.build/src/runtime/environment.js







/** https://nodejs.org/api/cli.html#environment-variables-1; the last two where Node trusts the machine's. */
const CERTIFICATES = ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const GITHUB_API = 'https://api.github.com';
const GITHUB = 'https://github.com';
function readEnvironment(variables, words) {
    const read = (...names) => names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
    const actions = variables['GITHUB_ACTIONS'] === 'true';
    const api = addressIn('GITHUB_API_URL', read) ?? GITHUB_API;
    const sandbox = variables['REKEY_SANDBOX'] === '1' && (!actions || isOnLoopback(api));
    const secret = (value, address) => value === undefined ? undefined : domain_secret/* SecretValue */.i.of(value, [new URL(address).origin]);
    return {
        words,
        inputs: variables['REKEY_INPUTS'],
        actions,
        debug: variables['RUNNER_DEBUG'] === '1',
        sandbox,
        speed: sandbox ? (0,clock/* readSpeed */.qW)(read('REKEY_SANDBOX_SPEED')) : undefined,
        api,
        server: addressIn('GITHUB_SERVER_URL', read) ?? GITHUB,
        token: secret(actions ? read('REKEY_TOKEN') : read('REKEY_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'), api),
        journalToken: secret(read('REKEY_JOURNAL_TOKEN'), api),
        oidc: oidcOf(read, secret),
        proxy: proxyOf(read),
        extraCertificates: Object.fromEntries(CERTIFICATES.flatMap((name) => (variables[name] ? [[name, variables[name]]] : []))),
        temp: (0,external_node_path_.join)(read('RUNNER_TEMP') ?? (0,external_node_os_.tmpdir)(), 'rekey'),
        job: jobOf((name) => variables[name] ?? ''),
        laptopToken: (name, origin) => (actions ? undefined : secret(read(name)?.trim(), origin)),
    };
}
function isOnLoopback(address) {
    const { protocol, hostname } = new URL(address);
    return protocol === 'http:' && (0,tools_address/* isLoopback */.U9)(hostname);
}
/** Throws RK1002, which names the variable and not what it holds. */
function addressIn(name, read) {
    const text = read(name);
    if (text === undefined || (/^https?:\/\/[^/]/.test(text) && URL.canParse(text)))
        return text;
    throw new errors/* RekeyError */.Z$('RK1002', `The variable ${name} holds no address.`, {
        next: 'Set it to an address such as https://github.example.com, or unset it.',
    });
}
function oidcOf(read, secret) {
    const url = addressIn('ACTIONS_ID_TOKEN_REQUEST_URL', read);
    if (url === undefined)
        return undefined;
    const token = secret(read('ACTIONS_ID_TOKEN_REQUEST_TOKEN'), url);
    return token && { url, token };
}
/** The names that curl and the runner read, in their order. */
function proxyOf(read) {
    const http = proxyIn(['http_proxy', 'HTTP_PROXY'], read);
    const https = proxyIn(['https_proxy', 'HTTPS_PROXY'], read);
    const none = read('no_proxy', 'NO_PROXY');
    return {
        ...(http !== undefined && { http }),
        ...(https !== undefined && { https }),
        ...(none !== undefined && { none }),
    };
}
/** Throws RK1002 for what no connection could go through, such as a SOCKS proxy. */
function proxyIn(names, read) {
    const text = read(...names);
    if (text === undefined)
        return undefined;
    const address = (0,proxyAddress/* withScheme */.G)(text);
    if (/^https?:\/\/[^/\s]+\/?$/i.test(address) && URL.canParse(address))
        return text;
    const name = names.find((one) => read(one) === text) ?? '';
    throw new errors/* RekeyError */.Z$('RK1002', `The variable ${name} holds no address of an HTTP proxy.`, {
        next: 'Set it to an address such as http://proxy.example.com:3128, or unset it.',
    });
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function jobOf(read) {
    return {
        repository: read('GITHUB_REPOSITORY'),
        repositoryId: read('GITHUB_REPOSITORY_ID'),
        run: read('GITHUB_RUN_ID'),
        attempt: Number(read('GITHUB_RUN_ATTEMPT') || '1'),
        id: read('REKEY_JOB'),
        runner: read('RUNNER_NAME'),
        event: read('GITHUB_EVENT_NAME'),
        actor: read('GITHUB_TRIGGERING_ACTOR') || read('GITHUB_ACTOR'),
        ref: read('GITHUB_REF'),
    };
}

// EXTERNAL MODULE: ./.build/src/runtime/terminal.js
var terminal = __nccwpck_require__("src/runtime/terminal");
// EXTERNAL MODULE: ./.build/src/runtime/version.js
var version = __nccwpck_require__("src/runtime/version");
;// CONCATENATED MODULE: ./.build/src/main.js








/** Arguments and environment in, exit code out. Nothing heavy is loaded before the inputs are known to be right. */
async function main(words) {
    const old = nodeTooOld(process.version);
    if (old)
        throw old;
    const environment = readEnvironment(process.env, words);
    const help = helpFor(words, environment.inputs !== undefined, version/* VERSION */.x);
    if (help !== undefined) {
        (0,terminal/* keepGoingWithoutReader */.jj)();
        (0,terminal/* writeOut */.sD)(help);
        return 0;
    }
    if (words[0] === 'sandbox')
        return (await Promise.all(/* import() */[__nccwpck_require__.e("commands-sandbox"), __nccwpck_require__.e("yaml"), __nccwpck_require__.e("zod")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/sandbox"))).sandbox(words.slice(1), environment.actions);
    const settles = words[0] === 'settle';
    const inputs = readInputs(environment.inputs, settles ? [] : words);
    const { run } = await Promise.all(/* import() */[__nccwpck_require__.e("commands-run"), __nccwpck_require__.e("ipaddr")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/run"));
    return run(settles ? 'settle' : inputs.command, inputs, environment, (code) => process.exit(code));
}
main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
}, (thrown) => {
    // The step before has said the same of the same inputs, and has begun nothing.
    process.exitCode =
        process.argv[2] === 'settle'
            ? 0
            : (0,earlyEnd/* endEarly */.V)((0,errors/* asRekeyError */.fq)(thrown), process.env, process.argv.includes('--json'));
});

})();

module.exports = __webpack_exports__;
/******/ })()
;