/** Events: own, sponsored, digital and in the field. */

import { names, type VocabularyEntry } from '../entry.ts';

export const events: readonly VocabularyEntry[] = [
  // What we did
  { phrase: 'events hosted', also: names('events, conferences, summits hosted'), kind: 'activity', unit: 'count' },
  {
    phrase: 'webinars hosted',
    also: names('webinars, webcasts, webinars launched, webinar sessions, online seminars'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'trade shows attended',
    also: names('trade shows, trade show booths, booths staffed, exhibitions, trade fairs'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'events attended',
    also: names('conferences attended, shows attended, fairs attended'),
    kind: 'activity',
    unit: 'count',
    note: 'Attended by our team. People who came to ours are the output "attendance".',
  },
  { phrase: 'events sponsored', also: names('sponsorships, conferences sponsored'), kind: 'activity', unit: 'count' },
  {
    phrase: 'field events',
    also: names(`
      field events hosted, field marketing events, roadshows, roadshow stops, executive dinners, dinners hosted,
      roundtables, lunch and learns, breakfasts hosted, regional events, local events, field tactics launched,
      hospitality events, executive events, executive briefings, field marketing tactics, non-event tactics
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'workshops held',
    also: names(`
      workshops, hackathons, boot camps run, seminars, office hours held, live demos, demos delivered, demos given,
      sessions hosted, sessions held, courses held, classes held, training sessions, demo days hosted,
      Q&A sessions held
    `),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'invitations sent',
    also: names('invites sent, invitations, event promotions, event emails sent, registration reminders sent'),
    kind: 'activity',
    unit: 'count',
  },
  {
    phrase: 'talks given',
    also: names(`
      speaking sessions, speaking engagements, presentations, keynotes, sessions presented, talks, speakers trained,
      talk proposals submitted, CFP submissions, panels joined
    `),
    kind: 'activity',
    unit: 'count',
  },
  // What it produced
  {
    phrase: 'event registrations',
    also: names('registrations, registrants, RSVPs, event sign-ups, tickets sold, ticket sales'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'webinar registrations',
    also: names('webinar registrants, webinar sign-ups, webcast registrations, webcast registrants'),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'registration conversion rate',
    also: names(`
      registration rate, registration page conversion rate, registration page conversion,
      invitation acceptance rate, RSVP rate, webcast page conversion rate, event page conversion rate
    `),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'event attendance',
    also: names(`
      attendance, attendees, participants, participation, guests, event visitors, delegates, people trained
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'webinar attendance',
    also: names(`
      webinar attendees, webinars attended, webinar participants, webinar viewers, webinar views,
      webcast attendance, webcast attendees, on-demand views, webinar replays, webinar audience, live attendance
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'attendance rate',
    also: names('show rate, show-up rate, registrant to attendee rate, registration to attendance conversion, turnout'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'event leads',
    also: names(`
      badge scans, booth visits, booth visitors, booth traffic, booth scans, event MQLs, webinar leads,
      webinar MQLs, business cards collected, trade show leads, event contacts, scanned leads, event inquiries,
      booth demos, field leads, onsite conversations, booth conversations
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'event conversion rate',
    also: names('webinar conversion rate'),
    kind: 'output',
    unit: '%',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'event meetings',
    also: names(`
      onsite meetings, event meetings booked, booth meetings, executive meetings, onsite meetings booked,
      executive meetings booked
    `),
    kind: 'output',
    unit: 'count',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'event satisfaction',
    also: names(`
      attendee satisfaction, session rating, event rating, event NPS, webinar rating, speaker rating,
      webinar satisfaction, attendee NPS, event satisfaction score, event feedback
    `),
    kind: 'output',
    unit: 'points',
    better: 'up',
    note: 'Opinion of the event, not yet of the company.',
  },
  {
    phrase: 'webinar engagement',
    also: names(`
      webinar engagement rate, questions asked, poll responses, poll participation, session attendance,
      event engagement, event app usage, webinar watch time, event engagement score, webinar engagement score
    `),
    kind: 'output',
    timing: 'leading',
    better: 'up',
  },
  {
    phrase: 'cost per attendee',
    also: names('cost per registrant, event cost per lead, cost per event, cost per badge scan, event cost'),
    kind: 'output',
    unit: 'USD',
    better: 'down',
  },
  // What changed
  {
    phrase: 'event sourced pipeline',
    also: names(`
      event pipeline, event influenced pipeline, pipeline influenced by events, event revenue,
      field sourced pipeline, field pipeline, webinar pipeline, webinar sourced pipeline, event influenced revenue,
      event opportunities, field marketing pipeline, webinar influenced pipeline, field influenced pipeline,
      pipeline per event
    `),
    kind: 'outcome',
    unit: 'USD',
    timing: 'lagging',
    better: 'up',
  },
];
