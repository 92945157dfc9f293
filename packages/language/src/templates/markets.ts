/** One program for several markets: what is fixed everywhere, what each market may change, and in which order they follow. */

import { addDays } from '../values/calendar.ts';
import type { PlanDates } from './dates.ts';
import { milestones } from './quarter.ts';

/** Tiers of markets with a core that holds everywhere and local execution: Robin C, "Execution Marketing". */
export function markets(dates: PlanDates): string {
  const { year, frame, quarter, months, weeks, sixWeeksBefore, start, end } = dates;
  const month = (at: number) => months[weeks[at]?.month ?? 0]?.short ?? '';
  const day = (count: number) => {
    const wanted = addDays(start, count);
    return wanted < end ? wanted : end;
  };
  return `// A core for all and local execution in tiers: "Execution Marketing" by Robin C.
// One program, three tiers of markets. The first tier makes it, the second adapts it, the third takes it as it is.
// What may not be changed is written down once, beside the program; everything else belongs to whoever knows the market.

// Tier 1: makes the program, with a budget and people of its own.
market home "North America" { lead home_lead }
// Tier 2: adapts language, channels and examples.
market dach "Germany, Austria and Switzerland" { lead dach_lead }
market nordics "Nordics" { lead nordics_lead }
// Tier 3: takes what there is, and tells us what it would change.
market iberia "Spain and Portugal" { lead nordics_lead }

/** The core: nobody changes these three. A local version that overrides one of them is a fault, and mos says so. */
program launch "Launch of the service plan" {
  advances known
  dri you
  market home
  approved ${start}
  planned ${day(14)} to ${day(34)}
  budget $180k
  core "positioning", "name and price", "visual identity"
}

/** Local: what this market does otherwise, by name. Everything that is not named here is as in the core. */
program launch_dach "Service plan in German" {
  adapts launch
  advances known
  dri dach_lead
  market dach
  approved ${start}
  planned ${day(21)} to ${day(41)}
  budget $60k
  overrides "channels", "customer examples"
}
program launch_nordics "Service plan in the Nordics" {
  adapts launch
  advances known
  dri nordics_lead
  market nordics
  approved ${start}
  planned ${day(21)} to ${day(41)}
  budget $40k
  overrides "channels"
}
program launch_iberia "Service plan in Iberia" {
  adapts launch
  advances known
  dri nordics_lead
  market iberia
  approved ${start}
  planned ${day(28)} to ${day(48)}
  budget $15k
}

frame ${frame} "Sell the service plan wherever we sell machines" {
  year ${year}
  dri you
  diagnosis "Four markets tell four stories; two of them promise what we cannot deliver there."
  policy "One promise everywhere; each market chooses how to tell it."
  why "Customers with a service plan stay for nine years instead of four."
  budget $1M
  decides "what belongs to the core", "budget between markets"

  bet plan "One launch, four markets" {
    why "The same work done once pays for three translations."
    budget 45%
    capacity 45%
  }
  bet proof "Customers who speak for us, in every language" {
    why "A buyer believes a company of the own country."
    budget 20%
    capacity 20%
  }
  run "Trade press, website and dealers" { budget 35% capacity 35% }
}

objective known "Dealers in four markets sell the service plan" {
  advances ${frame}.plan
  quarter ${quarter}
  dri you
  decides "the core of the launch"
  escalates to chief
  why "A dealer who has sold it once offers it every time."

  metric sold "Machines sold with a service plan" {
    outcome lagging primary from 11% to 25% source "Order system, by market" read monthly
  }
  metric active "Dealers who have offered it" {
    output leading from 20 to 150 source "Dealer portal, by market" read weekly by ${sixWeeksBefore} drives sold
  }
  metric trained "Dealers who saw the launch" {
    activity lagging from 0 to 300 source "Guest lists" read monthly drives active
  }
  guardrail promises_broken at most 0

${milestones(months, 'home_lead', 'known', ['The core is written on one page, and every market has read it', 'The home market has launched, and two others have adapted it', 'Dealers in all four markets have offered it'])}
}

objective proven "Every market has a customer who speaks for us" {
  advances ${frame}.proof
  quarter ${quarter}
  dri dach_lead
  decides "which customers are asked"
  escalates to you
  why "The launch in a market waits for the first customer there who says that it works."

  metric won_with_proof "Deals won in which a customer was named" {
    outcome lagging primary from 5% to 20% source "CRM, field: reference used" read monthly
  }
  metric references "Customers who agreed to be named" {
    output leading from 2 to 12 source "Reference list" read weekly by ${sixWeeksBefore} drives won_with_proof
  }
  metric asked "Customers asked" {
    activity lagging from 4 to 40 source "Reference list" read monthly drives references
  }

${milestones(months, 'dach_lead', 'proof', ['Each market has named ten customers worth asking', 'Every market has two customers who agreed', 'Every launch names a customer of its own market'])}
}

metric promises_broken "Promises we could not keep" { output lagging source "Service desk, by market" read monthly }

week ${weeks[0]?.literal} {
  commitment core "Write the core on one page: three things that nobody changes" { dri you advances known_${month(0)} }
  commitment "Say what has to be different for dealers here" { dri dach_lead advances known_${month(0)} }
  commitment "Name ten customers worth asking" { dri nordics_lead advances proof_${month(0)} }
}
week ${weeks[1]?.literal} {
  commitment "Translate the core, and send back what does not work" { dri dach_lead advances known_${month(1)} needs core }
  commitment "Ask the first five customers" { dri nordics_lead advances proof_${month(1)} }
}

cadence markets_weekly "Markets on Tuesday" {
  every week on Tuesday at 15:00 for 45 minutes
  chair home_lead
  attend dach_lead, nordics_lead
  reviews commitments, milestones
  decides "what a market may change"
}
cadence markets_monthly "Four markets side by side" {
  every month on first Thursday at 15:00 for 90 minutes
  chair you
  attend home_lead, dach_lead, nordics_lead
  reviews milestones, objectives, metrics, programs
  decides "what moves from one market into the core"
}
cadence markets_quarterly "Which market is in which tier" {
  every quarter for 4 hours
  chair you
  attend home_lead, dach_lead, nordics_lead
  reviews objectives, bets, frames
  decides "tiers, and the budget of each"
}

owner chief "Name of your chief executive" { role "Chief Executive" }
owner you "Your Name" { role "Chief Marketing Officer" reports to chief capacity 3 }
owner home_lead "Name of your lead at home" { role "Marketing, North America" market home reports to you capacity 4 }
owner dach_lead "Name of your lead for Germany, Austria and Switzerland" {
  role "Marketing" market dach reports to you capacity 4
}
owner nordics_lead "Name of your lead for the Nordics" { role "Marketing" market nordics reports to you capacity 4 }

brief in_short "One promise, four markets" {
  covers ${frame}
  on ${start}
  dri you
  text """
    Three things are the same everywhere: what we promise, what it is called and costs, and how it looks. Everything else is
    yours. If one of the three does not work in your market, say so on Tuesday, and do not change it alone.
    """
}
`;
}
