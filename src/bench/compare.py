#!/usr/bin/env python3
"""compare.py PARAMS [--peer apollo] [--ours 8080]

Asks a peer and this service all questions of W1 and W2 once and compares the answers row for row; exits with 1 when any differs, so that nothing is timed that is not
the same. Rows of one amount may come in another order (the peers break ties by ascending id), and of a last amount that the page cuts through any of its rows may come."""
import argparse, json, sys, urllib.request
from collections import Counter
from convert import CATEGORY, GRADE, STATE

PORT = {'apollo': 14001, 'yoga': 14002, 'pgl': 14003}


def ask(port, body):
    request = urllib.request.Request(f'http://127.0.0.1:{port}/graphql', data=body.encode(), headers={'content-type': 'application/json', 'accept': 'application/json'})
    answer = json.loads(urllib.request.urlopen(request).read())
    if answer.get('errors'):
        raise SystemExit(f"{port} answers with an error: {answer['errors'][0]}")
    return answer['data']


def peer_item(data):
    item = data.get('powerItem') or data['powerItemByCode']
    nodes = lambda value: value['nodes'] if isinstance(value, dict) else value
    pick = lambda owner, *names: nodes(next(owner[n] for n in names if n in owner))
    return (item['code'], item['name'], CATEGORY[item['type']], item['legalBasis'], item['description'], STATE[item['status']],
            item['organisation']['code'], item['organisation']['name'],
            [(s['seq'], s['name'], s['description'], s['limitDays'],
              [(GRADE[r['level']], r['description'], r['holder'],
                [(m['description'], m['duty']) for m in pick(r, 'measures', 'controlMeasures')])
               for r in pick(s, 'risks', 'riskPoints')])
             for s in pick(item, 'steps', 'processSteps')])


def our_item(data):
    item = data['powerItem']
    [basis] = item['legalBases']
    return (item['code'], item['title'], item['category'], basis['text'], item['conditions'], item['state'],
            item['organisation']['code'], item['organisation']['name'],
            [(s['seq'], s['name'], s['content'], s['limit']['days'],
              [(r['grade'], r['description'], r['holder'], [(m['description'], m['duty']) for m in r['measures']]) for r in s['riskPoints']])
             for s in item['steps']])


def peer_page(data, sets):
    page = data['payments']
    rows = [(n.get('id', n.get('rowId')), sets['programme'][n['programmeId']], sets['region'][n['villageId']], n['year'], n['paidOn'], n['beneficiary'], n['amount'])
            for n in (e['node'] for e in page['edges'])]
    return page['totalCount'], page['pageInfo']['hasNextPage'], rows


def our_page(data):
    page = data['subsidyBeneficiaries']
    rows = [(int(n['code'][1:]), n['programme']['code'], n['region']['code'], n['year'], n['paidOn'], n['shownName'], n['amount'])
            for n in (e['node'] for e in page['edges'])]
    return page['totalCount'], page['pageInfo']['hasNextPage'], rows


def same_page(peer, ours):
    if peer[:2] != ours[:2] or [r[-1] for r in peer[2]] != [r[-1] for r in ours[2]]:
        return False
    cut = peer[2][-1][-1] if peer[1] else None
    whole = lambda rows: Counter(r for r in rows if r[-1] != cut)
    return whole(peer[2]) == whole(ours[2])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('params')
    parser.add_argument('--data', help="the peers' data, for the codes behind their numbers; PARAMS/../data when absent")
    parser.add_argument('--peer', default='apollo', choices=PORT)
    parser.add_argument('--ours', type=int, default=8080)
    a = parser.parse_args()
    from convert import rows as table
    data = a.data or a.params + '/../data'
    sets = {t: {int(r['id']): r['code'] for r in table(data, t)} for t in ('programme', 'region')}
    differing = 0
    for work, peer_of, ours_of, same in (('w1', peer_item, our_item, lambda p, o: p == o),
                                         ('w2', lambda d: peer_page(d, sets), our_page, same_page)):
        bodies = zip(*(open(f'{a.params}/{who}.{work}.txt', encoding='utf-8').read().splitlines() for who in (a.peer, 'ours')))
        n = bad = counted = 0
        for n, (theirs, ours) in enumerate(bodies, 1):
            p, o = peer_of(ask(PORT[a.peer], theirs)), ours_of(ask(a.ours, ours))
            counted += len(o[-1])
            if not same(p, o):
                bad += 1
                if bad <= 3:
                    print(f'{work} differs at line {n}:\n  {a.peer}: {str(p)[:600]}\n  ours: {str(o)[:600]}')
        print(f'{work}: {n} questions, {n - bad} answered alike, {counted:,} steps or receipts compared')
        differing += bad
    sys.exit(1 if differing else 0)


if __name__ == '__main__':
    main()
