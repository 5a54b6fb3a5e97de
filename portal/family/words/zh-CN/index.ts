// The catalogue of one language: a file for each room of the pages.
import shared from '../../../shared/words/zh-CN.json'
import apply from './apply.json'
import ask from './ask.json'
import frame from './frame.json'
import guide from './guide.json'
import landing from './landing.json'
import my from './my.json'
import notices from './notices.json'
import problem from './problem.json'
import verify from './verify.json'
import visit from './visit.json'

export default { shared, apply, ask, frame, guide, landing, my, notices, problem, verify, visit }
