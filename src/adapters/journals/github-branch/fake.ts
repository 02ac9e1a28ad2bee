/** A git repository at GitHub, in memory: its store, the part of REST and the part of GraphQL that Rekey speaks. */
export { GitStore } from './fake/gitStore';
export { answerGraphql, type GraphqlCaller } from './fake/graphql';
export { gitRest } from './fake/rest';
export { type FakeRepository } from './fake/schema';
