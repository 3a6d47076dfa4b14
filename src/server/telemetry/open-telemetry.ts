import type { IncomingHttpHeaders } from 'node:http';
import type { Context, Span, Tracer } from '@opentelemetry/api';
import { defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, ConsoleSpanExporter } from '@opentelemetry/sdk-trace-base';
import type { TracesTo } from '../../settings/tracing.ts';
import type { DoneStatement } from '../../database/work.ts';
import type { RequestTrace, Tracing } from './tracing.ts';

/**
 * Traces by OpenTelemetry's standard variables (OTEL_EXPORTER_OTLP_…, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES,
 * OTEL_TRACES_SAMPLER, OTEL_BSP_…), which its own packages read. Loaded only where traces are asked for.
 * @param to an address of OTLP, or the standard output, where each span is told once it has ended
 */
export function openTelemetry(to: TracesTo): Tracing {
  const resource = resourceFromAttributes({ 'service.name': 'dangbo' }).merge(
    detectResources({ detectors: [envDetector] }),
  );
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(resource),
    spanProcessors: [new BatchSpanProcessor(to === 'console' ? new ConsoleSpanExporter() : new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('dangbo');
  return {
    begin: (method, route, headers) => new Spans(tracer, method, route, headers),
    stop: () => provider.shutdown(),
  };
}

const propagator = new W3CTraceContextPropagator();

class Spans implements RequestTrace {
  private readonly request: Span;
  private readonly within: Context;
  private operation: Span | undefined;
  private beneath: Context;

  constructor(
    private readonly tracer: Tracer,
    method: string,
    route: string,
    headers: IncomingHttpHeaders,
  ) {
    const outside = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
    const attributes = { 'http.request.method': method, 'http.route': route, 'url.path': route };
    this.request = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, outside);
    this.within = trace.setSpan(outside, this.request);
    this.beneath = this.within;
  }

  onOperation(name: string | null, type: string): void {
    const attributes = { 'graphql.operation.type': type, ...(name === null ? {} : { 'graphql.operation.name': name }) };
    this.operation = this.tracer.startSpan(name === null ? type : `${type} ${name}`, { attributes }, this.within);
    this.beneath = trace.setSpan(this.within, this.operation);
  }

  onStatement({ name, text, startedAt, milliseconds, failed }: DoneStatement): void {
    const span = this.tracer.startSpan(
      `sql ${name}`,
      {
        kind: SpanKind.CLIENT,
        startTime: startedAt,
        attributes: { 'db.system.name': 'postgresql', 'db.operation.name': name, 'db.query.text': text.trim() },
      },
      this.beneath,
    );
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(startedAt + milliseconds);
  }

  end(status: number, codes: readonly string[]): void {
    if (codes.length > 0) this.operation?.setAttribute('graphql.error.codes', [...codes]);
    this.operation?.end();
    this.request.setAttribute('http.response.status_code', status);
    if (status >= 500) this.request.setStatus({ code: SpanStatusCode.ERROR });
    this.request.end();
  }
}
