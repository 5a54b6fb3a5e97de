// Figures as bars with their numbers printed: a table that is read aloud as one, drawn without a library.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { Sheet } from '../parts/sheet'

export function Figures({ title, figures, nameOf }: { title: string; figures: Schemas['Figure'][]; nameOf: (name: string) => string }) {
  const words = useTranslations('statistics')
  const most = Math.max(1, ...figures.map(({ count }) => count ?? 0))
  return (
    <Sheet title={title}>
      {figures.length === 0 ? (
        <p className="empty">{words('none')}</p>
      ) : (
        <div className="scroller" role="region" aria-label={title} tabIndex={0}>
          <table className="figure">
            <caption className="unseen">{title}</caption>
            <tbody>
              {figures.map(({ name, count }) => (
                <tr key={name}>
                  <th scope="row">{nameOf(name)}</th>
                  <td className="figure-bar">
                    <Bar share={(count ?? 0) / most} />
                  </td>
                  <td className="number">{count ?? <span className="small quiet">{words('withheld')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-gone" width={100 * share} height="6" />
    </svg>
  )
}
