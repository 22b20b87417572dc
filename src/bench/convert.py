#!/usr/bin/env python3
"""convert.py DATA OUT [PARAMS]

Turns the peers' data (CSV made by their gen.py) into this service's import files in OUT, with the same codes, names, texts and amounts; with PARAMS (made by their
make_params.py) also writes the request bodies ours.w1.txt and ours.w2.txt there: the same 400 parameter sets, the same questions."""
import csv, json, os, sys
from collections import defaultdict

PROVINCE = '520000000000'
CATEGORY = dict(zip('行政许可 行政处罚 行政强制 行政征收 行政给付 行政检查 行政确认 行政奖励 行政裁决 其他权力'.split(),
                    'LICENSING PENALTY COERCION LEVY PAYMENT INSPECTION CONFIRMATION REWARD ADJUDICATION OTHER'.split()))
STATE = {'现行': 'IN_FORCE', '取消': 'CANCELLED'}
GRADE = {'高': 'A', '中': 'B', '低': 'C'}
# The peers' programmes have no owner and their items a citation without a law: one of each for all.
OWNER = 'ORG001'
LAW = '设定依据'

W1 = '''query($c:String!){powerItem(code:$c){id code title category legalBases{text} conditions state organisation{code name}
 steps{key seq name content limit{days} riskPoints{code grade description holder measures{description duty}}}}}'''
W2 = '''query($t:[String!],$p:[String!],$y:[Int!]){subsidyBeneficiaries(filter:{regions:$t,programmes:$p,years:$y},sort:{by:AMOUNT,direction:DESCENDING},first:20)
 {totalCount pageInfo{hasNextPage endCursor} edges{cursor node{id code programme{code} region{code} year paidOn shownName amount}}}}'''


def rows(data, table):
    with open(f'{data}/{table}.csv', encoding='utf-8', newline='') as f:
        yield from csv.DictReader(f)


def write(out, name, records):
    with open(f'{out}/{name}.jsonl', 'w', encoding='utf-8') as f:
        n = 0
        for n, record in enumerate(records, 1):
            f.write(json.dumps(record, ensure_ascii=False) + '\n')
    print(f'{n:9,} {name}')


def grouped(data, table, key, of):
    groups = defaultdict(list)
    for row in rows(data, table):
        groups[row[key]].append(of(row))
    return groups


def power_items(data, organisations):
    measures = grouped(data, 'control_measure', 'risk_point_id', lambda m: {'description': m['description'], 'duty': m['duty']})
    risks = grouped(data, 'risk_point', 'process_step_id', lambda r: {
        'code': 'R' + r['id'], 'grade': GRADE[r['level']], 'description': r['description'], 'step': 's' + r['process_step_id'],
        'holder': r['holder'], 'measures': measures[r['id']]})
    steps = grouped(data, 'process_step', 'power_item_id', lambda s: (int(s['seq']), s))
    for item in rows(data, 'power_item'):
        flow = [s for _, s in sorted(steps[item['id']], key=lambda each: each[0])]
        yield {
            'code': item['code'], 'title': item['name'], 'organisation': organisations[item['organisation_id']], 'category': CATEGORY[item['type']],
            'level': 'COUNTY', 'source': 'STATUTORY', 'manner': 'ACTIVE', 'state': STATE[item['status']], 'conditions': item['description'],
            'duties': [], 'accountability': [], 'legalBases': [{'law': LAW, 'text': item['legal_basis']}], 'materials': [], 'fees': [], 'discretion': [],
            'steps': [{'key': 's' + s['id'], 'name': s['name'], 'content': s['description'], 'limit': {'days': int(s['limit_days']), 'unit': 'WORKING_DAY'},
                       'clockStops': [], 'next': []} for s in flow],
            'supervisionPoints': [], 'riskPoints': [r for s in flow for r in risks[s['id']]]}


def receipts(data, regions, programmes):
    for p in rows(data, 'payment'):
        yield {'code': 'P%08d' % int(p['id']), 'organisation': OWNER, 'region': regions[p['village_id']], 'programme': programmes[p['programme_id']],
               'year': int(p['year']), 'name': p['beneficiary'], 'amount': p['amount'], 'paidOn': p['paid_on'], 'status': 'PAID', 'cadreRelation': 'NONE'}


def main(data, out, params=None):
    os.makedirs(out, exist_ok=True)
    places = {r['id']: r for r in rows(data, 'region')}
    regions = {key: r['code'] for key, r in places.items()}
    county = next(r['code'] for r in places.values() if r['level'] == '1')
    organisations = {o['id']: o['code'] for o in rows(data, 'organisation')}
    programmes = {p['id']: p['code'] for p in rows(data, 'programme')}
    write(out, 'regions', [{'code': PROVINCE, 'name': '示范省', 'parent': None}] + [
        {'code': r['code'], 'name': r['name'], 'parent': regions[r['parent_id']] if r['parent_id'] else PROVINCE} for r in places.values()])
    write(out, 'organisations', ({'code': o['code'], 'name': o['name'], 'kind': 'GOVERNMENT', 'region': county} for o in rows(data, 'organisation')))
    # FULL: the names in the peers' data are masked already (王*明), and are to be shown as they are
    write(out, 'programmes', ({'code': p['code'], 'name': p['name'], 'category': '惠农补贴', 'organisation': OWNER, 'region': county,
                               'publicityRule': 'FULL', 'sensitive': False} for p in rows(data, 'programme')))
    write(out, 'power-items', power_items(data, organisations))
    write(out, 'subsidy-beneficiaries', receipts(data, regions, programmes))
    if params:
        sets = json.load(open(params + '/sets.json', encoding='utf-8'))
        bodies(params, 'w1', W1, [{'c': code} for code, _ in sets['codes']])
        bodies(params, 'w2', W2, [{'t': [regions[str(t)]], 'p': [programmes[str(p)]], 'y': [y]} for t, p, y in sets['trip']])


def bodies(params, work, query, variables):
    with open(f'{params}/ours.{work}.txt', 'w', encoding='utf-8') as f:
        for each in variables:
            f.write(json.dumps({'query': ' '.join(query.split()), 'variables': each}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
