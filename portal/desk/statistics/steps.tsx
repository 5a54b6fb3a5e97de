// How many days each step takes: the shortest, the one in the middle, the longest.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { Sheet } from '../parts/sheet'

export function Steps({ steps }: { steps: Schemas['StageDays'][] }) {
  const words = useTranslations('statistics')
  const days = (count: number | null | undefined) => count ?? words('withheld')
  return (
    <Sheet title={words('steps')} aside={<span className="small quiet">{words('inDays')}</span>}>
      <div className="scroller" role="region" aria-label={words('steps')} tabIndex={0}>
        <table className="figure">
          <caption className="unseen">{words('steps')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('step')}</th>
              {(['cases', 'least', 'median', 'most'] as const).map((each) => (
                <th scope="col" className="number" key={each}>
                  {words(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.step}>
                <th scope="row">{words(`stepNames.${step.step as 'to_issue'}`)}</th>
                <td className="number">{days(step.cases)}</td>
                <td className="number">{days(step.least)}</td>
                <td className="number">{days(step.median)}</td>
                <td className="number">{days(step.most)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
