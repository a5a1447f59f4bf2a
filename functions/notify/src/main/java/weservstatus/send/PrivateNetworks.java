package weservstatus.send;

import java.net.InetAddress;
import java.util.List;
import weservstatus.text.AddressBlock;

/**
 * Which addresses lie inside somebody's own network. A message that is sent there by mistake, or by
 * whoever controls a name, may reach what trusts its neighbours, such as the metadata service of a
 * cloud machine.
 */
final class PrivateNetworks {
    /** IANA's special-purpose registries for IPv4 and IPv6, all that is not globally reachable. */
    private static final List<AddressBlock> BLOCKS =
            List.of(
                    AddressBlock.parse("0.0.0.0/8"),
                    AddressBlock.parse("10.0.0.0/8"),
                    AddressBlock.parse("100.64.0.0/10"),
                    AddressBlock.parse("127.0.0.0/8"),
                    AddressBlock.parse("169.254.0.0/16"),
                    AddressBlock.parse("172.16.0.0/12"),
                    AddressBlock.parse("192.0.0.0/24"),
                    AddressBlock.parse("192.0.2.0/24"),
                    AddressBlock.parse("192.168.0.0/16"),
                    AddressBlock.parse("198.18.0.0/15"),
                    AddressBlock.parse("198.51.100.0/24"),
                    AddressBlock.parse("203.0.113.0/24"),
                    AddressBlock.parse("224.0.0.0/3"),
                    AddressBlock.parse("::/96"),
                    AddressBlock.parse("64:ff9b:1::/48"),
                    AddressBlock.parse("100::/64"),
                    AddressBlock.parse("2001::/23"),
                    AddressBlock.parse("2001:db8::/32"),
                    AddressBlock.parse("3fff::/20"),
                    AddressBlock.parse("5f00::/16"),
                    AddressBlock.parse("fc00::/7"),
                    AddressBlock.parse("fe80::/9"),
                    AddressBlock.parse("ff00::/8"));

    private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96");
    private static final AddressBlock SIX_TO_FOUR = AddressBlock.parse("2002::/16");

    private PrivateNetworks() {}

    /** Whether the address, or the IPv4 address that it stands for, is inside such a network. */
    static boolean hold(InetAddress address) {
        if (NAT64.holds(address)) {
            return isListed(embedded(address, 12));
        }
        return isListed(SIX_TO_FOUR.holds(address) ? embedded(address, 2) : address);
    }

    private static boolean isListed(InetAddress address) {
        return BLOCKS.stream().anyMatch(block -> block.holds(address));
    }

    private static InetAddress embedded(InetAddress address, int from) {
        byte[] all = address.getAddress();
        int[] four = {
            all[from] & 0xff, all[from + 1] & 0xff, all[from + 2] & 0xff, all[from + 3] & 0xff
        };
        return InetAddress.ofLiteral("%d.%d.%d.%d".formatted(four[0], four[1], four[2], four[3]));
    }
}
