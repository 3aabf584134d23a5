package io.zrs.master;

import io.zrs.registry.Registration;
import io.zrs.registry.RegistryListener;

/** Tells the master's operator who comes and goes. */
final class RegistryLog implements RegistryListener {
    private final Reports reports;

    RegistryLog(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void joined(Registration r) {
        reports.now(new MasterEvent.Joined(r.node(), r.role(), r.topic(), r.host()));
    }

    @Override
    public void left(Registration r, String reason) {
        reports.now(new MasterEvent.Left(r.node(), r.role(), r.topic(), reason));
    }
}
