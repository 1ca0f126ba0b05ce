// A reporter for 'node --test' that speaks as the .NET tests do with '-reporter json': one object a line, read by run-tests.mjs.
export default async function* report(events) {
  const errors = new Map();
  let count = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stderr') {
      errors.set(data.file, (errors.get(data.file) ?? '') + data.message);
    } else if ((type === 'test:pass' || type === 'test:fail') && data.details?.type !== 'suite') {
      const TestUniqueID = ++count;
      yield line({ $type: 'test-starting', TestUniqueID, TestDisplayName: data.name });
      yield line({ TestUniqueID, ...outcome(type, data, errors) });
      yield line({ $type: 'test-finished', TestUniqueID });
    }
  }
  yield line({ $type: 'test-assembly-finished', TestsTotal: count, TestsNotRun: 0 });
}

function outcome(type, { skip, todo, details, file }, errors) {
  const reason = [skip, todo].find(omitted => omitted !== undefined && omitted !== false);
  if (reason !== undefined) {
    return { $type: 'test-skipped', Reason: typeof reason === 'string' ? reason : 'no reason given' };
  }
  if (type === 'test:pass') {
    return { $type: 'test-passed' };
  }
  // A file that cannot even be loaded says why on its error output only.
  const error = details?.error?.cause ?? details?.error;
  return { $type: 'test-failed', Messages: [error?.stack ?? `${error?.message ?? error}\n${errors.get(file) ?? ''}`], StackTraces: [] };
}

function line({ $type, ...rest }) {
  return `${JSON.stringify({ $type, ...rest })}\n`;
}
