// 办事指南 of one kind of adoption, to read on the phone and to print: papers by who gives them, in which form, why.
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { ProblemError } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { Lost } from '../frame/lost'
import { Icon } from '../frame/icon'
import { Page } from '../frame/page'
import { OfficeCall } from '../parts/office-call'
import { Reading } from '../parts/reading'
import { useGuide, type Guide } from '../service'

export default function GuidePage() {
  const words = useTranslations('guide')
  const say = useMessage()
  const { kind = '' } = useParams()
  const guide = useGuide(kind)
  if (guide.error instanceof ProblemError && guide.error.status === 404) return <Lost />
  return (
    <Page title={words('title')} heading={guide.data ? say(guide.data.title) : words('title')}>
      <Reading of={guide}>{(read) => <Contents guide={read} />}</Reading>
    </Page>
  )
}

function Contents({ guide }: { guide: Guide }) {
  const words = useTranslations('guide')
  const say = useMessage()
  const givers = [...new Set(guide.papers.map((paper) => paper.given_by))]
  return (
    <>
      <section className="sheet rows">
        <div className="row">
          <p className="small quiet">{words('where')}</p>
          <p>{say(guide.office)}</p>
          <p className="cite">{say(guide.article)}</p>
        </div>
        <div className="row">
          <p className="small quiet">{words('howLong')}</p>
          <p>{words('review', { days: guide.review_days })}</p>
          <p className="small quiet">{words(guide.public_notice ? 'notice' : 'noNotice')}</p>
          <p className="small quiet">{words(guide.assessed ? 'assessed' : 'notAssessed')}</p>
        </div>
        <div className="row">
          <p className="small quiet">{words('cost')}</p>
          <p>{words('free')}</p>
        </div>
      </section>
      {givers.map((giver) => {
        const papers = together(guide.papers.filter((paper) => paper.given_by === giver))
        return (
          <section key={giver}>
            <h2>
              {words(`giver.${giver}`)} <span className="quiet count">{words('count', { count: papers.length })}</span>
            </h2>
            <ol className="sheet rows">
              {papers.map(([paper, ofTheOther]) => (
                <li className="row" key={`${paper.paper}${paper.party ?? ''}`}>
                  <p>
                    <b>{say(paper.title)}</b>
                  </p>
                  <p className="small quiet">{say(paper.form_text)}</p>
                  {paper.only_if.map((one) => (
                    <p className="small amber" key={one.when}>
                      {words('onlyIf', { when: say(one.text) })}
                    </p>
                  ))}
                  {ofTheOther?.only_if.map((one) => (
                    <p className="small quiet" key={one.when}>
                      {say(one.text)}
                    </p>
                  ))}
                  <details>
                    <summary>{words('why')}</summary>
                    <p className="small">{say(paper.why)}</p>
                    <p className="cite">{say(paper.article)}</p>
                  </details>
                </li>
              ))}
            </ol>
          </section>
        )
      })}
      <p className="note">{words('nothingElse')}</p>
      <button type="button" className="button wide" onClick={() => window.print()}>
        <Icon name="print" />
        {words('print')}
      </button>
      <OfficeCall />
    </>
  )
}

type Paper = Guide['papers'][number]

/** The same paper of both adopters is one line, which says when the other's is needed. */
function together(papers: Paper[]): [Paper, Paper | undefined][] {
  const ofTheOther = papers.filter((paper) => paper.party === 'adopter_2')
  return papers
    .filter((paper) => paper.party !== 'adopter_2' || !papers.some((one) => isBeside(one, paper)))
    .map((paper) => [paper, ofTheOther.find((other) => isBeside(paper, other))])
}

function isBeside(paper: Paper, other: Paper): boolean {
  return paper.party === 'adopter_1' && other.party === 'adopter_2' && paper.paper === other.paper
}
