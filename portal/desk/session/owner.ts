// Whose session this tab holds: the identifier of an account, which says nobody's name. A copy on the device is shown
// without a line only to whom it belongs.
export const OWNER = 'guijia.owner'
