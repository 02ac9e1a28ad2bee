import { describe, expect, it } from '@jest/globals';
import { actionsPrinter, createLog, terminalPrinter } from '../../src/runtime/log';

function onActions(redact = (text: string): string => text) {
  const lines: string[] = [];
  const printer = actionsPrinter({
    info: (text) => lines.push(text),
    debug: (text) => lines.push(`::debug::${text}`),
    startGroup: (title) => lines.push(`::group::${title}`),
    endGroup: () => lines.push('::endgroup::'),
  });
  return { log: createLog(printer, redact), lines };
}

describe('foreign lines', () => {
  it.each([
    '::error::fire',
    '  ::set-output name=x::y',
    '\u0085::add-path::/tmp',
    'fine\n::stop-commands::x',
    'fine\r::error::fire',
    'fine\r\n\t::error::fire',
    'text ##[error]fire',
    '##[add-path]/tmp',
  ])('%j are no commands any more', (text) => {
    const { log, lines } = onActions();
    log.info(text);
    log.warning(text);
    log.debug(text);
    for (const line of lines
      .join('\n')
      .replaceAll('::debug::', '')
      .split(/\r\n|\r|\n/)) {
      expect(line).not.toMatch(/^[\s\u0085]*::|##\[/);
    }
  });

  it('with colons inside stay as they are', () => {
    const { log, lines } = onActions();
    log.info('std::vector and a:b');
    expect(lines).toEqual(['std::vector and a:b']);
  });
});

it('nothing is printed before it was redacted', async () => {
  const { log, lines } = onActions((text) => text.replaceAll('sk_live', '***'));
  log.info('a sk_live');
  log.warning('b sk_live');
  log.debug('c sk_live');
  await log.group('d sk_live', async () => log.info('e sk_live'));
  expect(lines).toHaveLength(6);
  expect(lines.join()).not.toContain('sk_live');
});

describe('groups', () => {
  it('fold their lines, and close when the body fails', async () => {
    const { log, lines } = onActions();
    await expect(log.group('one', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await log.group('two', async () => log.info('inside'));
    expect(lines).toEqual(['::group::one', '::endgroup::', '::group::two', 'inside', '::endgroup::']);
  });

  it('inside another are plain headings, for the runner cannot nest', async () => {
    const { log, lines } = onActions();
    await log.group('outer', () => log.group('inner', async () => log.info('inside')));
    expect(lines).toEqual(['::group::outer', 'inner', 'inside', '::endgroup::']);
  });
});

it('a terminal shows debug lines only when asked', async () => {
  for (const verbose of [false, true]) {
    let text = '';
    const log = createLog(
      terminalPrinter((more) => (text += more), verbose),
      (same) => same,
    );
    await log.group('Plan', async () => log.info('line'));
    log.debug('detail');
    expect(text).toBe(verbose ? '\nPlan\nline\ndetail\n' : '\nPlan\nline\n');
  }
});
