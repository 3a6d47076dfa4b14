import { DateTimeResolver } from 'graphql-scalars';

/** A moment in time; a JavaScript Date inside. */
export const DateTimeScalar = DateTimeResolver;
