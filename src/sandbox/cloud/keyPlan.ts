/** gateway: a key can ask who it is. opaque: it cannot, so nothing tells the id of a value. */
export type VendorName = 'gateway' | 'opaque';

/** One key of the sandbox: where it stands in the store, and which services use it. */
export interface KeyPlan {
  readonly name: string;
  readonly path: string;
  readonly field: string;
  readonly vendor: VendorName;
  /** In the order in which they are rolled. */
  readonly workloads: readonly string[];
}

/** `gateway-prod` in `prod/gateway`, or `gateway-1` and so on; each with two services of its own. */
export function plainKeys(count: number): readonly KeyPlan[] {
  if (count === 1) return [keyPlan('prod', '')];
  return Array.from({ length: count }, (_, index) => keyPlan(String(index + 1), `-${index + 1}`));
}

export function keyPlan(name: string, suffix: string): KeyPlan {
  return {
    name: `gateway-${name}`,
    path: `prod/gateway${suffix}`,
    field: 'api_key',
    vendor: 'gateway',
    workloads: [`payment-service${suffix}`, `billing-service${suffix}`],
  };
}
