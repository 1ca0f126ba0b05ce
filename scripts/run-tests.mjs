// Runs suites of tests and sums what they report: run-tests.mjs RESULTS_FOLDER SUITE...
// Two run side by side, because tests of storage and of the server mostly wait; those in a browser run alone, because they wait for
// what people would see, and only for so long.
// A suite is a folder of tests/: a .NET project (already built, Release), JavaScript tests (*.test.js), or both.
// The .NET projects are programs that run their own tests; started directly, they report one JSON object a line as they go, so
// that every skip has its reason and a crash still shows what ran. The JavaScript tests are made to report alike.
// The sum goes to the file 'total' in the results folder; a suite that did not run to its end, or ran nothing, counts as a failure.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const timeLimitMinutes = 20;
const [results, ...suites] = process.argv.slice(2);

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => { running.forEach(stop); process.exit(130); });
}

const total = { passed: 0, failed: 0, skipped: 0 };
const skips = [], failures = [], faults = [];
const runs = suites.flatMap(runsOf), isAlone = ({ name }) => name.includes('Browser');
const beside = runs.filter(run => !isAlone(run));
await Promise.all([runAll(beside), runAll(beside)]);
await runAll(runs.filter(isAlone));

printAll('Skipped', skips);
printAll('Failed', failures);
printAll('Not in order', faults);
total.failed += faults.length;
writeFileSync(join(results, 'total'), `\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 ? 1 : 0);

/** Takes one after the other off the list, as may somebody else beside it. */
async function runAll(waiting) {
  while (waiting.length > 0) {
    const run = waiting.shift(), report = await execute(run);
    print(run, report);
    for (const status of Object.keys(total)) {
      total[status] += report[status].length;
    }
  }
}

function runsOf(suite) {
  const folder = resolve('tests', suite), built = resolve('artifacts/bin', suite, 'release'), runs = [];
  if (existsSync(join(folder, `${suite}.csproj`))) {
    const program = ['dotnet', join(built, `${suite}.dll`), '-noLogo', '-noColor', '-noAutoReporters', '-reporter', 'json'];
    runs.push({ name: suite, folder: built, program });
  }
  const scripts = readdirSync(folder, { recursive: true }).filter(file => /\.test\.m?js$/.test(file) && !file.includes('node_modules'));
  if (scripts.length > 0) {
    const program = ['node', '--test', '--test-reporter', resolve('scripts/json-reporter.mjs'), ...scripts];
    runs.push({ name: `${suite} (JavaScript)`, folder, program });
  }
  return runs;
}

/** Runs one program in a process group of its own, so that its children end with it, and gathers what it reports. */
function execute({ name, folder, program: [command, ...args] }) {
  const report = { passed: [], failed: [], skipped: [], errors: [], open: new Map(), text: [], finished: undefined, seconds: 0, end: '' };
  const log = createWriteStream(join(results, `${name}.log`));
  const started = Date.now();
  return new Promise(done => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', line => { log.write(`${line}\n`); take(line, report); });
    }
    const timer = setTimeout(() => { report.end = `did not end within ${timeLimitMinutes} minutes`; stop(child); }, timeLimitMinutes * 60_000);
    const settle = end => {
      clearTimeout(timer);
      log.end();
      running.delete(child);
      report.end ||= end;
      report.seconds = (Date.now() - started) / 1000;
      done(report);
    };
    child.on('error', error => settle(`did not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      stop(child);
      const end = signal ? `ended with signal ${signal}` : `ended with exit code ${code}`;
      const impatience = setTimeout(() => settle(end), 5_000); // A process that left the group may hold the pipe open.
      child.on('close', () => { clearTimeout(impatience); settle(end); });
    });
  });
}

function take(line, report) {
  const start = line.indexOf('{"$type":"');
  let entry;
  try {
    entry = start < 0 ? undefined : JSON.parse(line.slice(start));
  } catch {
    // Output of a test that only looks like an entry.
  }
  if (!entry) {
    report.text.push(line);
    return;
  }
  const name = report.open.get(entry.TestUniqueID);
  switch (entry.$type) {
    case 'test-starting': report.open.set(entry.TestUniqueID, entry.TestDisplayName); break;
    case 'test-finished': report.open.delete(entry.TestUniqueID); break;
    case 'test-passed': report.passed.push({ name }); break;
    case 'test-failed': report.failed.push({ name, message: sentences(entry) }); break;
    case 'test-skipped': report.skipped.push({ name, message: entry.Reason }); break;
    case 'test-assembly-finished': report.finished = entry; break;
    default:
      if (entry.$type === 'error' || entry.$type.endsWith('-cleanup-failure')) {
        report.errors.push(sentences(entry));
      }
  }
}

function sentences({ Messages, StackTraces }) {
  return Messages.map((message, i) => `${message}\n${StackTraces[i] ?? ''}`.trim()).join('\n  caused by: ').replaceAll('\r', '');
}

function print({ name }, { passed, failed, skipped, errors, open, text, finished, seconds, end }) {
  console.log(`${name}: ${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped (${seconds.toFixed(1)} s)`);
  for (const test of failed) {
    console.log(indent(`\n✗ ${test.name}\n${indent(test.message)}\n`));
  }
  for (const error of errors) {
    console.log(indent(`\n✗ outside a test: ${error}\n`));
  }
  failures.push(...failed.map(test => `${test.name}: ${test.message.split('\n')[0]}`));
  skips.push(...skipped.map(test => `${test.name}: ${test.message}`));

  if (!finished || (end !== 'ended with exit code 0' && failed.length === 0)) {
    const during = finished || open.size === 0 ? '' : ` during ${[...open.values()].join(', ')}`;
    faults.push(`${name} ${end}${during}; more in ${join(results, `${name}.log`)}.`);
    console.log(indent(shortened(text)));
  } else if (finished.TestsTotal - finished.TestsNotRun !== passed.length + failed.length + skipped.length) {
    faults.push(`${name} reports another number of tests than it ran.`);
  } else if (passed.length + failed.length === 0) {
    faults.push(`${name} ran no test.`);
  }
}

function printAll(title, lines) {
  if (lines.length > 0) {
    console.log(`\n${title}:\n${indent(lines.join('\n'))}`);
  }
}

function stop(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing is left to stop.
  }
}

// A crash says what happened in its first lines, an exit in its last.
function shortened(lines) {
  const cut = lines.map(line => line.length > 160 ? `${line.slice(0, 160)}…` : line);
  return (cut.length > 24 ? [...cut.slice(0, 12), '…', ...cut.slice(-12)] : cut).join('\n');
}

function indent(text) {
  return text.replace(/^(?=.)/gm, '  ');
}
