/** A team where one person should stand. */

import { propertiesOf } from '../../model/kinds.ts';
import { mayStandUnder, shortestPath } from '../../model/paths.ts';
import { leadOf, membersOf, personName } from '../../model/people.ts';
import { insertProperty, replace } from '../edits.ts';
import { nodeRule } from '../rule.ts';

const MAX_CHOICES = 3;

export default nodeRule({
  name: 'accountability/team-as-dri',
  severity: 'error',
  killer: 'K3',
  why: 'a team cannot have the conversation that follows when the outcome does not come',
  kinds: 'all',
  judge(node, { plan, report }) {
    const links = node.linksOf('dri');
    const [link] = links;
    // Several names are accountability/multiple-dris first.
    if (link?.target?.kind !== 'team' || links.some(({ target }) => target !== link.target)) return;
    const team = link.target;
    report({
      node,
      at: link.reference,
      message: `${node.label} has a team as its DRI: ${personName(team)}`,
      related: [{ node: team, message: `${team.label} is a team` }],
      fixes: () =>
        membersOf(team)
          .filter(({ name }) => name !== undefined)
          .slice(0, MAX_CHOICES)
          .map((owner) => ({
            title: `make ${personName(owner)} the DRI${owner === leadOf(team) ? ', who leads the team' : ''}`,
            safe: false,
            edits: [
              replace(node, link.reference, shortestPath(plan, owner, ['owner']) ?? owner.path),
              ...(node.has('team') ||
              !mayStandUnder('team', link.reference.path) ||
              !propertiesOf(node.kind).has('team')
                ? []
                : [insertProperty(plan, node, `team ${link.reference.path}`, ['dri'])]),
            ],
          })),
    });
  },
});
