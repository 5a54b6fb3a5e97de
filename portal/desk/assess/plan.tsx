// The plan of an assessment: who lives in the home, and which visits are to be made.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import { scoredOf, type Task } from './read'
import { Scoring } from './scoring'

export function Plan({ id, task }: { id: string; task: Task }) {
  const words = useTranslations('assess')
  const names = useNames()
  const { day } = useDays()
  const scored = scoredOf(task)
  const plan = scored?.plan
  return (
    <div className="columns">
      <div className="stack">
        {scored && <Scoring id={id} task={task} scored={scored} />}
        <Sheet
          title={words('tabs.plan')}
          aside={
            <Link to="/tasks/$id/acts/$act" params={{ id, act: 'plan_assessment' }} className="button low">
              {words(plan ? 'planAnew' : 'makePlan')}
            </Link>
          }
        >
          {plan ? (
            <ul className="rows">
              {plan.entries.map((entry, place) => (
                <li key={place}>
                  <b>{day(entry.on)}</b>
                  <div>
                    <p>
                      {names.value('VisitMethod', entry.method)} · {entry.whom}
                    </p>
                    <p className="small quiet">{entry.place}</p>
                  </div>
                </li>
              ))}
              {plan.remarks && <li className="small">{plan.remarks}</li>}
            </ul>
          ) : (
            <p className="empty">{words('noPlan')}</p>
          )}
        </Sheet>
      </div>
      <div className="stack side-column">
        <Household task={task} />
        <Home task={task} />
      </div>
    </div>
  )
}

function Household({ task }: { task: Task }) {
  const words = useTranslations('assess')
  const household = scoredOf(task)?.plan?.household
  if (!household) return null
  const nobody = household.co_residents.length + household.children.length === 0
  return (
    <Sheet title={words('household')}>
      <div className="body">
        {nobody && <p className="quiet">{words('nobodyElse')}</p>}
        <ul className="plain-list">
          {household.co_residents.map((one) => (
            <li key={one.name}>
              {one.name} <span className="small quiet">{one.relation}</span>
            </li>
          ))}
          {household.children.map((one) => (
            <li key={one.name}>
              {one.name} <span className="small quiet">{words('ownChild')}</span>
            </li>
          ))}
        </ul>
        {household.special_need && <p className="small">{words('specialNeed', { need: household.special_need })}</p>}
      </div>
    </Sheet>
  )
}

/** Where they live and how to reach them, for who is on the way there. */
function Home({ task }: { task: Task }) {
  const words = useTranslations('assess')
  return (
    <Sheet title={words('applicants')}>
      <ul className="rows">
        {task.adopters.map((one) => (
          <li key={one.resident_id}>
            <div>
              <p className="song">{one.name}</p>
              <p className="small">{one.residence}</p>
              <p className="small quiet">
                {one.occupation} · {one.telephone}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
