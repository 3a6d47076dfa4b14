import type { Environment } from './setting.ts';
import { oneOf, read } from './setting.ts';

const EXPORTERS = oneOf(['otlp', 'console', 'none'], undefined);
const SWITCH = oneOf(['true', 'false'], 'false');

/**
 * Whether OpenTelemetry's variables ask for traces: where to send them, or how. Without any, nothing of it is loaded.
 * @throws ConfigError
 */
export function isTraced(env: Environment): boolean {
  const exporter = read(env, 'OTEL_TRACES_EXPORTER', EXPORTERS);
  if (read(env, 'OTEL_SDK_DISABLED', SWITCH) === 'true' || exporter === 'none') return false;
  return (
    exporter !== undefined ||
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some((name) => (env[name] ?? '') !== '')
  );
}
