import type { Environment } from './setting.ts';
import { oneOf, read } from './setting.ts';

const EXPORTERS = oneOf(['otlp', 'console', 'none'], undefined);
const SWITCH = oneOf(['true', 'false'], 'false');

/** Where traces go: to an address by OTLP, or to the standard output. */
export type TracesTo = 'otlp' | 'console';

/**
 * Where OpenTelemetry's variables ask for traces; undefined where they do not: then nothing of it is loaded.
 * @throws ConfigError
 */
export function readTraces(env: Environment): TracesTo | undefined {
  const exporter = read(env, 'OTEL_TRACES_EXPORTER', EXPORTERS);
  if (read(env, 'OTEL_SDK_DISABLED', SWITCH) === 'true' || exporter === 'none') return undefined;
  const isAddressed = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some(
    (name) => (env[name] ?? '') !== '',
  );
  return exporter ?? (isAddressed ? 'otlp' : undefined);
}
