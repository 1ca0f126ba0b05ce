/**
 * Invented models for looking at the grid: an airline of 39 capabilities, and a company of 1,500 capabilities × 300 stages.
 */
import { random } from '../random.js';

const STAGES = [
  ['INSPIRE', 'Inspire'], ['SEARCH', 'Search & compare'], ['BOOK', 'Book & pay'], ['PREP', 'Pre-flight preparation'],
  ['CHECKIN', 'Check-in & bag drop'], ['BOARD', 'Lounge & boarding'], ['FLY', 'In flight'], ['ARRIVE', 'Arrival & baggage reclaim'],
  ['CARE', 'Post-flight care & loyalty'], ['ENABLE', 'Enabling services'],
];

const UNITS = [['MAIN', 'Mainline'], ['LCC', 'Low-cost'], ['REG', 'Regional'], ['HOL', 'Holidays']];

const CAPABILITIES = `
C1 Customer insight & marketing
C1.1 Campaign & content management
C1.2 Customer data & segmentation
C1.3 Personalisation & recommendation
C2 Network, price & offer
C2.1 Network & schedule planning
C2.2 Revenue management & pricing
C2.3 Offer creation & extras
C3 Order & payment
C3.1 Sales channels
C3.1.1 Direct web & app booking
C3.1.2 Agency & partner distribution
C3.2 Order management & ticketing
C3.3 Payment & fraud control
C4 Journey preparation
C4.1 Trip management self-service
C4.2 Travel document & entry checks
C4.3 Disruption notification & rebooking
C5 Airport experience
C5.1 Check-in & seat assignment
C5.2 Baggage acceptance & tracking
C5.3 Lounge & priority services
C5.4 Boarding & turnaround control
C6 Flight operations
C6.1 Crew planning & rostering
C6.2 Operations control & logistics
C6.3 Maintenance & airworthiness
C6.4 In-flight service & connectivity
C7 Care & loyalty
C7.1 Loyalty programme management
C7.2 Complaint & claims handling
C7.3 Baggage recovery
C7.4 Customer feedback loop
C8 Enterprise enabling
C8.1 Data management & analytics
C8.2 Integration & platform services
C8.3 Cybersecurity & privacy
C8.4 Workforce & skills management
C8.5 Finance & revenue accounting`;

const NOUNS = ['Customer', 'Order', 'Price', 'Asset', 'Contract', 'Partner', 'Claims', 'Fleet', 'Energy', 'Workforce', 'Product', 'Risk'];
const ACTS = ['planning', 'control', 'analytics', 'settlement', 'onboarding & verification', 'scheduling', 'design', 'service', 'forecasting'];

export function airline() {
  const rows = CAPABILITIES.trim().split('\n').map(line => {
    const [, code, label] = line.match(/^(\S+) (.*)$/);
    return { id: code, code, label, level: code.split('.').length };
  });
  return model({
    rows, corner: 'Capability × stage', linked: 0.42,
    columns: STAGES.map(([id, label]) => ({ id, code: id, label, title: label, group: id === 'ENABLE' ? 'SUPPORT' : 'VC' })),
    groups: [{ id: 'VC', label: 'Passenger journey' }, { id: 'SUPPORT', label: 'Support' }],
  });
}

export function units() {
  return model({
    ...airline(), corner: 'Capability × business unit', linked: 1, groups: [],
    columns: UNITS.map(([id, label]) => ({ id, code: id, label, title: label })),
  });
}

export function company(rowCount = 1500, columnCount = 300) {
  const next = random(7);
  const pick = list => list[Math.floor(next() * list.length)];
  const rows = [];
  for (let top = 1; rows.length < rowCount; top++) {
    rows.push({ id: `K${top}`, code: `K${top}`, label: `${pick(NOUNS)} ${pick(ACTS)}`, level: 1 });
    for (let middle = 1; middle <= 6 && rows.length < rowCount; middle++) {
      rows.push({ id: `K${top}.${middle}`, code: `K${top}.${middle}`, label: `${pick(NOUNS)} ${pick(ACTS)}`, level: 2 });
      for (let leaf = 1; leaf <= 3 + Math.floor(next() * 7) && rows.length < rowCount; leaf++) {
        rows.push({ id: `K${top}.${middle}.${leaf}`, code: `K${top}.${middle}.${leaf}`, label: `${pick(NOUNS)} ${pick(ACTS)}`, level: 3 });
      }
    }
  }
  const chains = Math.ceil(columnCount / 12);
  return model({
    rows, corner: 'Capability × stage', linked: 0.7,
    columns: Array.from({ length: columnCount }, (_, i) =>
      ({ id: `S${i + 1}`, code: `S${i + 1}`, label: `${pick(NOUNS)} ${pick(ACTS)}`, group: `V${Math.floor(i / 12) + 1}` })),
    groups: Array.from({ length: chains }, (_, i) => ({ id: `V${i + 1}`, label: `${pick(NOUNS)} to ${pick(NOUNS).toLowerCase()}` })),
  });
}

/** Heat of every leaf by chance, of parents as the mean below; NaN: not linked, -1: not applicable, -2: unknown. */
function model({ rows, columns, groups, corner, linked }) {
  const next = random(11);
  const demand = columns.map(() => 0.4 + next() * 1.1);
  const heat = new Map(), peaks = new Map();
  const open = [];
  rows.forEach((row, i) => {
    open.length = row.level - 1;
    const isParent = rows[i + 1]?.level > row.level;
    const temper = 8 + next() * 30;
    peaks.set(row.id, new Set());
    if (isParent) {
      open.push({ id: row.id, sums: columns.map(() => ({ total: 0, count: 0, most: 0 })) });
      heat.set(row.id, open.at(-1).sums);
    } else {
      const values = Float32Array.from(columns, (_, column) => (next() < linked ? leafHeat(next, temper * demand[column]) : Number.NaN));
      heat.set(row.id, values);
      values.forEach((value, column) => value >= 0 && open.forEach(({ sums }) => add(sums[column], value)));
    }
  });
  for (const [id, sums] of heat) {
    if (Array.isArray(sums)) {
      heat.set(id, Float32Array.from(sums, ({ total, count }) => (count > 0 ? total / count : Number.NaN)));
      sums.forEach(({ most }, column) => bandOf(most) >= bandOf(heat.get(id)[column]) + 2 && peaks.get(id).add(column));
    }
  }
  return { rows: rows.map((row, i) => ({ ...row, isParent: rows[i + 1]?.level > row.level })), columns, groups, corner, heat, peaks };
}

function leafHeat(next, warmth) {
  const chance = next();
  if (chance < 0.08) {
    return chance < 0.03 ? -1 : -2;
  }
  return chance < 0.14 ? 0 : Math.min(100, warmth * (0.3 + 1.6 * next()));
}

function add(sum, value) {
  sum.total += value;
  sum.count++;
  sum.most = Math.max(sum.most, value);
}

export const THRESHOLDS = [0, 10, 25, 45];
export const bandOf = heat => THRESHOLDS.filter((threshold, i) => (i === 0 ? heat > threshold : heat >= threshold)).length;
