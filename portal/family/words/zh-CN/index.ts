// The words of each page.
import frame from './frame.json'
import landing from './landing.json'
import my from './my.json'
import problem from './problem.json'
import verify from './verify.json'

export default { frame, landing, my, problem, verify }
