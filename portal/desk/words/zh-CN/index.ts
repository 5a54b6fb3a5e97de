// The catalogue of one language: a file for each room of the desk.
import shared from '../../../shared/words/zh-CN.json'
import frame from './frame.json'

export default { shared, frame }
