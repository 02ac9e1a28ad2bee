import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listenForCancel, type Cancellation } from '../../src/runtime/signals';

describe('a cancel', () => {
  const codes: number[] = [];
  let cancellation: Cancellation;
  beforeEach(() => {
    codes.length = 0;
    cancellation = listenForCancel((code) => codes.push(code));
  });
  afterEach(() => cancellation.stop());

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s aborts and does not exit', (name) => {
    expect(cancellation.signal.aborted).toBe(false);
    process.emit(name, name);
    expect(cancellation.signal.aborted).toBe(true);
    expect(cancellation.signal.reason).toBe(name);
    expect(codes).toEqual([]);
  });

  it('by the runner, SIGINT then SIGTERM, lets the process end by itself', () => {
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGTERM', 'SIGTERM');
    expect(codes).toEqual([]);
  });

  it('by a second Ctrl-C exits at once', () => {
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGINT', 'SIGINT');
    expect(codes).toEqual([130]);
  });

  it('is not heard after stop', () => {
    const before = process.listenerCount('SIGTERM');
    cancellation.stop();
    expect(process.listenerCount('SIGTERM')).toBe(before - 1);
  });
});
