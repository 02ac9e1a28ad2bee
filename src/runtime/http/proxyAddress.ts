/** A proxy's address may hold a name and a password. */
export const withoutLogin = (address: string): string => address.replace(/^((?:[a-z]+:)?\/\/)?[^/]*@/i, '$1');

/** curl and the runner take an address without a scheme as http. */
export const withScheme = (address: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
