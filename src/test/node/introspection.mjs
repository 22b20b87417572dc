// Prints the introspection query that GraphiQL and the usual code generators send.
import { getIntrospectionQuery } from 'graphql';

console.log(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }));
