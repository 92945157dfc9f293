/** What believable plans are made of: people, regions, what teams do, and what they count. */

export const FIRST =
  list(`Ana Ben Cho Dev Elif Fred Gia Hana Igor Jana Kofi Luis Mei Nils Olga Pete Quinn Rosa Sven Tara Umar Vera Will Xena
  Yuri Zoe Amir Bela Carla Diego Ewa Femi Greta Hugo Ines Jonas Kira Lars Mona Nadia Omar Paula Rafa Selma Timo Ulla Viktor Wanda Yara Zeno
  Aiko Bruno Celia Dario Esra Farid Goran Heidi Ivan Joana`);
export const LAST =
  list(`Duarte Okafor Min Raman Kaya Lund Moretti Sato Petrov Weiss Mensah Ortega Tan Berg Ivanova Walsh Reyes Alvarez Holm Singh
  Farouk Novak Chen Papadakis Sokolov Laurent Haddad Nagy Bianchi Ramos Kowalska Adeyemi Lindqvist Martin Ferrer Brandt Volkova Jensen Rossi Amin
  Saleh Keller Vargas Demir Virtanen Maas Horvat Nowak Baran Costa Mori Silva Prieto Conti Aydin Karim Babic Vogel Popov Lopes`);

/** What a team does, with the roles of its people. */
export const FUNCTIONS = [
  ['demand', 'Demand Generation', ['Campaign Manager', 'Account Marketing Manager', 'Paid Media Manager']],
  ['product', 'Product Marketing', ['Product Marketing Manager', 'Competitive Intelligence Lead', 'Pricing Analyst']],
  ['partner', 'Partner Marketing', ['Partner Campaign Manager', 'Partner Enablement Manager', 'Alliance Manager']],
  ['customer', 'Customer Marketing', ['Customer Advocacy Manager', 'Community Manager', 'Lifecycle Manager']],
  ['brand', 'Brand and Content', ['Content Lead', 'Senior Designer', 'Press and Analyst Relations Manager']],
  ['field', 'Field Marketing', ['Field Marketing Manager', 'Event Manager', 'Regional Campaign Manager']],
  ['web', 'Web and Search', ['Web Manager', 'Search Manager', 'Experimentation Lead']],
  ['ops', 'Marketing Operations', ['Marketing Analyst', 'Automation Specialist', 'Data Steward']],
];
export const REGIONS =
  list(`nordics dach benelux iberia italy france uk ireland poland czechia balkans baltics turkey gulf israel india japan korea
  australia canada east midwest south west mexico brazil andes`);
export const SEGMENTS = [
  ...['industrial equipment service', 'facilities management', 'heating and cooling', 'elevator maintenance'],
  ...[
    'medical devices',
    'energy and utilities',
    'food processing',
    'fleet and logistics',
    'telecom networks',
    'water treatment',
  ],
];

/** Title, unit, start and end of what an objective finally changes; amounts as they are written. */
export const OUTCOMES = [
  ['Pipeline sourced in SEGMENT', 'USD', '$1.2M', '$4M', ['$1.4M', '$2.1M', '$2.9M']],
  ['Win rate in SEGMENT', undefined, '19%', '25%', ['20%', '22%', '24%']],
  ['Net revenue retention in SEGMENT', undefined, '104%', '110%', ['105%', '107%', '109%']],
  ['New recurring revenue from SEGMENT', 'USD a year', '$0.4M', '$1.1M', ['$0.5M', '$0.7M', '$1M']],
  ['Renewal rate in SEGMENT', undefined, '88%', '94%', ['89%', '91%', '93%']],
];
/** Names and titles with the goals of the three months behind where they start. */
export const SIGNALS = [
  ['engaged', 'Buying groups engaged', 'groups in which three or more people took a step in 30 days', 12, [24, 42, 60]],
  ['meetings', 'First meetings held', 'meetings that sales wanted', 9, [18, 27, 42]],
  ['certified', 'Sellers certified on the new pitch', 'sellers', 0, [15, 28, 38]],
  ['proposals', 'Joint proposals presented', 'proposals', 3, [6, 11, 16]],
  ['reviews', 'Value reviews held with renewing accounts', 'reviews', 4, [12, 24, 36]],
  ['references', 'References that buyers may call', 'customers', 5, [9, 14, 20]],
];
export const ACTIVITIES = ['Account plays launched', 'Webinars held', 'Plant visits hosted', 'Sequences sent'];

export const STATES = [
  'buying groups in SEGMENT are engaged, and none waits longer than two days for sales',
  'accounts in SEGMENT know which visit a missed part costs them',
  'sellers pitch downtime cost in SEGMENT instead of price',
  'customers in SEGMENT tell their own numbers in public',
  'partner sellers in SEGMENT have a live joint deal',
];
export const CHANGES = [
  'Every fourth deal in SEGMENT is ours',
  'Buyers in SEGMENT meet us before they meet a vendor',
  'Customers in SEGMENT use three modules instead of one',
  'Partners bring every fifth deal in SEGMENT',
  'SEGMENT pays for its own growth',
];
export const REASONS = [
  'Half of the contracts in SEGMENT renew within two quarters, and what they buy then decides the year.',
  'Deals in SEGMENT close twice as fast as elsewhere, yet most of the money still goes where we lose.',
  'We lose most often on price, although the real difference is what a missed visit costs.',
  'Peers are asked before vendors, and three quarters of our customers have never been asked to speak.',
];
export const TASKS = [
  'Agree the next 20 accounts in SEGMENT with sales, name by name',
  'Draft the cost argument with three finance leaders from SEGMENT',
  'Certify six sellers on the pitch for SEGMENT',
  'Record the pitch with the two best sellers',
  'Publish the page that compares us with the runner-up',
  'Hold four value reviews with renewals in SEGMENT',
  'Call every account in SEGMENT that showed a third signal',
  'Write the case of the plant that halved its second visits',
  'Show 12 partner sellers how the joint offer is priced',
  'Replace the two slides that no seller uses',
  'Clean the contact data of the 40 oldest accounts in SEGMENT',
  'Invite 60 operators from SEGMENT to the plant visit',
  'Sit in on five calls in SEGMENT and write down which proof was missing',
  'Test two subject lines on a tenth of the list',
];
export const SLIPS = [
  'two large deals slipped a month',
  'the kick-off took two of four days',
  'legal needed a week more',
];
export const LAUNCHES = ['pilot', 'benchmark report', 'plant visits', 'certification days', 'reference round'];

function list(words) {
  return words.trim().split(/\s+/);
}
