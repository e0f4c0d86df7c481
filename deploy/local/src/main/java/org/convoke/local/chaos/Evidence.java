package org.convoke.local.chaos;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that is judged.
 *
 * @param streams by their channels
 */
record Evidence(History history, Collection<DeviceLog> devices, Map<String, StreamLog> streams, List<Tally> tallies) {}
