/**
 * Where a program's files lie, in the paths of wx.*. Runs in the logic process (QuickJS).
 */

export const USER_DATA_PATH = 'http://usr';
