#!/usr/bin/env python3
"""rounds.py OUT.jsonl : from the lines that the peers' bench.py wrote, each round's figures and this service's ratio to the best peer of the same round."""
import json, sys
from collections import defaultdict

rounds = defaultdict(dict)
for line in open(sys.argv[1]):
    r = json.loads(line)
    rounds[r['w'], r['c'], r['round']][r['peer']] = r
print('| | connections | round | peer | req/s | p50 ms | p99 ms | server CPU ms/req | RSS MB | errors | to the best peer |')
print('|---|---|---|---|---|---|---|---|---|---|---|')
for (work, connections, number), by in sorted(rounds.items()):
    best = max((r['rps'] for p, r in by.items() if p not in ('ours', 'pg', 'es')), default=0)
    for peer, r in sorted(by.items(), key=lambda each: -each[1]['rps']):
        ratio = f"{r['rps'] / best:.2f}" if best else ''
        print(f"| {work} | {connections} | {number + 1} | {peer} | {r['rps']:.0f} | {r['p50']:.1f} | {r['p99']:.1f} | {r['srv_cpu_ms']:.2f} | {r['rss']} | {r['err']} | {ratio} |")
