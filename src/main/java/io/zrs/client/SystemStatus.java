package io.zrs.client;

import io.zrs.model.MasterStatus;
import io.zrs.model.RegistrationStatus;
import java.util.List;

/**
 * A whole system in numbers.
 *
 * @param master the master itself
 * @param registrations every end of a topic that a node holds, in the order of registration
 */
public record SystemStatus(MasterStatus master, List<RegistrationStatus> registrations) {
    /** Copies the list. */
    public SystemStatus {
        registrations = List.copyOf(registrations);
    }
}
