import type { CodegenConfig } from '@graphql-codegen/cli';

/** What the client package is made of: `npm run build:client` runs it from the top of the project. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'client/operations/*.graphql',
  generates: {
    'client/src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: 'sha256', mode: 'embedHashInDocument' },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true,
        pureMagicComment: true,
        scalars: {
          Date: '../scalars.ts#CalendarDate',
          DateTime: '../scalars.ts#Moment',
          DimensionName: '../scalars.ts#DimensionName',
          IndicatorCode: '../scalars.ts#IndicatorCode',
          Period: '../scalars.ts#Period',
          Upload: 'Blob',
        },
      },
    },
  },
};

export default config;
