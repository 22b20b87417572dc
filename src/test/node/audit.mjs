// Runs every check of the public GraphQL-over-HTTP audit: node audit.mjs http://host:port/graphql
// Prints one line of JSON: how many checks there are, how many pass, and each that does not.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
const audits = serverAudits({ url, fetchFn: fetch });
const failed = [];
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status !== 'ok') {
    failed.push(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`);
  }
  if (result.response?.body && !result.response.bodyUsed) {
    await result.response.body.cancel();
  }
}
console.log(JSON.stringify({ checks: audits.length, passed: audits.length - failed.length, failed }));
