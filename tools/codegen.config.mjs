import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const SCALARS = { Date: 'string', DateTime: 'string', UUID: 'string', Decimal: 'string' };

/** How the typed documents come from the schema and the web's operations; every path is absolute or relative to the checkout. */
export function contractConfig({ schema, outputFolder }) {
  return {
    schema,
    documents: ['apps/web/src/**/*.graphql', 'apps/web/src/**/*.{ts,tsx}', '!apps/web/src/**/*.spec.{ts,tsx}'],
    ignoreNoDocuments: true,
    silent: true,
    errorsOnly: true,
    generates: {
      [`${outputFolder}/`]: {
        preset: 'client',
        // The web's cache needs __typename everywhere, and a document that is changed at run time would no longer match
        // its hash.
        documentTransforms: [addTypenameSelectionDocumentTransform],
        presetConfig: {
          fragmentMasking: false,
          persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
        },
        config: {
          scalars: SCALARS,
          strictScalars: true,
          useTypeImports: true,
          enumsAsTypes: true,
          avoidOptionals: false,
        },
      },
    },
  };
}
