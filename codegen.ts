import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for the operations of examples/: npm run codegen. What a scalar holds is said here once. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'examples/operations/*.graphql',
  generates: {
    'examples/operations/generated/operations.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        scalars: {
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          DimensionName: 'string',
          IndicatorCode: 'string',
          Period: 'string',
          Upload: 'Blob',
        },
        strictScalars: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
