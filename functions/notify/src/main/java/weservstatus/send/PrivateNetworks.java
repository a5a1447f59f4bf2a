package weservstatus.send;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie inside somebody's own network. A message that is sent there by mistake, or by
 * whoever controls a name, may reach what trusts its neighbours, such as the metadata service of a
 * cloud machine.
 */
final class PrivateNetworks {
    /** IANA's special-purpose registries for IPv4 and IPv6, all that is not globally reachable. */
    private static final List<Block> BLOCKS =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("127.0.0.0", 8),
                    Block.of("169.254.0.0", 16),
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 3),
                    Block.of("::", 96),
                    Block.of("64:ff9b:1::", 48),
                    Block.of("100::", 64),
                    Block.of("2001::", 23),
                    Block.of("2001:db8::", 32),
                    Block.of("3fff::", 20),
                    Block.of("5f00::", 16),
                    Block.of("fc00::", 7),
                    Block.of("fe80::", 9),
                    Block.of("ff00::", 8));

    private static final Block NAT64 = Block.of("64:ff9b::", 96);
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

    private record Block(InetAddress network, int prefix) {
        static Block of(String network, int prefix) {
            return new Block(InetAddress.ofLiteral(network), prefix);
        }

        boolean holds(InetAddress address) {
            byte[] mine = network.getAddress();
            byte[] other = address.getAddress();
            int whole = prefix / 8;
            int rest = prefix % 8;
            return mine.length == other.length
                    && Arrays.equals(mine, 0, whole, other, 0, whole)
                    && (rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (8 - rest) == 0);
        }
    }

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
