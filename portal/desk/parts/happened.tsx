// What happened, a line for each: the day, in words, by whom.
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'
import { useDays } from './days'

export function Happened({ caption, lines }: { caption: string; lines: Pick<Schemas['TimelineLine'], 'on' | 'headline' | 'by'>[] }) {
  const message = useMessage()
  const { day } = useDays()
  return (
    <table className="small happened">
      <caption className="unseen">{caption}</caption>
      <tbody>
        {lines.map((line, place) => (
          <tr key={place}>
            <td className="nowrap quiet">{day(line.on)}</td>
            <td>{message(line.headline)}</td>
            <td className="nowrap quiet right">{line.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
