import fc from 'fast-check';

/** In CI every run tries the same cases, so that a red run tells of a change; elsewhere each run tries others. */
if (process.env['CI'] === 'true') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_251_123 });
